namespace Digits;

/// <summary>Says after each epoch how far training is: on one line that is written over, or on lines of their own.</summary>
internal sealed class Progress(TextWriter output, int epochs, bool live)
{
    /// <param name="epoch">The epoch just ended, counted from 1.</param>
    /// <param name="loss">Its mean loss, with dropout.</param>
    /// <param name="accuracy">The share of the training part known after it.</param>
    public void Report(int epoch, double loss, double accuracy)
    {
        string line = $"epoch {epoch.ToString().PadLeft(epochs.ToString().Length)}/{epochs}   loss {loss:F4}   training accuracy {accuracy:F4}";
        output.Write(live ? $"\r{line}" : $"{line}\n");
        if (live && epoch == epochs)
            output.WriteLine();
    }
}
