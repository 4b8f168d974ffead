using StaticNet;

namespace Digits;

/// <summary>Says after each epoch how far training is: on one line that is written over, or on lines of their own.</summary>
internal sealed class Progress(TextWriter output, bool live)
{
    public void Report(EpochReport report)
    {
        (int epoch, int epochs) = (report.Epoch, report.Epochs);
        string line = $"epoch {epoch.ToString().PadLeft(epochs.ToString().Length)}/{epochs}   loss {report.Loss:F4}   training accuracy {report.Metrics[0].Value:F4}";
        output.Write(live ? $"\r{line}" : $"{line}\n");
        if (live && epoch == epochs)
            output.WriteLine();
    }
}
