namespace Digits;

/// <summary>How often each digit (row) was taken for each digit (column).</summary>
internal sealed class ConfusionMatrix
{
    private readonly int[,] _counts = new int[DigitData.Classes, DigitData.Classes];

    /// <summary>What the network says of the data.</summary>
    public ConfusionMatrix(DigitNet net, DigitData data)
    {
        Span<float> probabilities = stackalloc float[DigitNet.MaxBatch * DigitNet.OutputLength];
        for (int first = 0; first < data.Count; first += DigitNet.MaxBatch)
        {
            int count = Math.Min(DigitNet.MaxBatch, data.Count - first);
            net.Predict(data.Pixels.AsSpan(first * DigitNet.InputLength, count * DigitNet.InputLength), probabilities[..(count * DigitNet.OutputLength)]);
            for (int i = 0; i < count; i++)
                _counts[data.Labels[first + i], Largest(probabilities.Slice(i * DigitNet.OutputLength, DigitNet.OutputLength))]++;
        }
    }

    /// <summary>The share of digits that were known.</summary>
    public double Accuracy
    {
        get
        {
            double known = 0, all = 0;
            for (int digit = 0; digit < DigitData.Classes; digit++)
            {
                known += _counts[digit, digit];
                for (int said = 0; said < DigitData.Classes; said++)
                    all += _counts[digit, said];
            }

            return known / all;
        }
    }

    public void Write(TextWriter output)
    {
        IEnumerable<int> digits = Enumerable.Range(0, DigitData.Classes);
        output.WriteLine("the digit (row) was taken for (column)");
        output.WriteLine($"    {string.Concat(digits.Select(said => $"{said,4}"))}");
        foreach (int digit in digits)
            output.WriteLine($"{digit,4}{string.Concat(digits.Select(said => _counts[digit, said] is > 0 and var count ? $"{count,4}" : "   ·"))}");
    }

    private static int Largest(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }
}
