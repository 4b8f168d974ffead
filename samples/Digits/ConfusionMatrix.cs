namespace Digits;

/// <summary>How often each class (row) was taken for each class (column).</summary>
internal sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    /// <summary>What the network says of the data.</summary>
    public ConfusionMatrix(IImageClassifier net, Images data)
    {
        int pixels = net.InputLength, classes = net.OutputLength;
        _counts = new int[classes, classes];
        Span<float> probabilities = new float[net.MaxBatch * classes];
        for (int first = 0; first < data.Count; first += net.MaxBatch)
        {
            int count = Math.Min(net.MaxBatch, data.Count - first);
            net.Predict(data.Pixels.AsSpan(first * pixels, count * pixels), probabilities[..(count * classes)]);
            for (int i = 0; i < count; i++)
                _counts[data.Labels[first + i], Largest(probabilities.Slice(i * classes, classes))]++;
        }
    }

    /// <summary>The share of images that were known.</summary>
    public double Accuracy
    {
        get
        {
            double known = 0, all = 0;
            for (int label = 0; label < Classes; label++)
            {
                known += _counts[label, label];
                for (int said = 0; said < Classes; said++)
                    all += _counts[label, said];
            }

            return known / all;
        }
    }

    private int Classes => _counts.GetLength(0);

    public void Write(TextWriter output)
    {
        IEnumerable<int> labels = Enumerable.Range(0, Classes);
        output.WriteLine("the class (row) was taken for (column)");
        output.WriteLine($"    {string.Concat(labels.Select(said => $"{said,5}"))}");
        foreach (int label in labels)
            output.WriteLine($"{label,4}{string.Concat(labels.Select(said => _counts[label, said] is > 0 and var count ? $"{count,5}" : "    ·"))}");
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
