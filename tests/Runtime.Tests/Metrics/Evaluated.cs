namespace StaticNet.Runtime.Tests.Metrics;

/// <summary>Predictions and targets in an arena as evaluation has them: padded rows, a batch at a time.</summary>
internal sealed class Evaluated(int width, float[] predictions, float[]? numbers, int[]? classes, bool isOneOfClasses)
{
    private const int MaxBatch = 8;

    public int Rows => predictions.Length / width;

    public static Evaluated Classes(int width, float[] predictions, params int[] targets) => new(width, predictions, null, targets, true);

    public static Evaluated Distributions(int width, float[] predictions, params float[] targets) => new(width, predictions, targets, null, true);

    public static Evaluated Numbers(int width, float[] predictions, params float[] targets) => new(width, predictions, targets, null, false);

    /// <summary>The metric's value over all rows.</summary>
    public double By<TMetric>(TMetric metric)
        where TMetric : IMetric
    {
        Count(ref metric);
        return metric.Value;
    }

    /// <summary>Has the metric count all rows, in batches.</summary>
    public void Count<TMetric>(ref TMetric metric, int size = MaxBatch)
        where TMetric : IMetric
    {
        int pitch = width + 3, targetWidth = classes is null ? width : 1, target = pitch * size + 5;
        OutcomeLayout[] layouts = [new("output", 2, width, pitch, target, targetWidth, targetWidth + 1, width, classes is not null, isOneOfClasses)];
        var arena = new float[target + (targetWidth + 1) * size];
        metric.Reset();
        for (int start = 0; start < Rows; start += size)
        {
            int batch = Math.Min(size, Rows - start);
            Array.Fill(arena, float.NaN);
            for (int row = 0; row < batch; row++)
            {
                predictions.AsSpan((start + row) * width, width).CopyTo(arena.AsSpan(2 + row * pitch));
                for (int i = 0; i < targetWidth; i++)
                    arena[target + row * (targetWidth + 1) + i] = classes is null ? numbers![(start + row) * width + i] : BitConverter.Int32BitsToSingle(classes[start + row]);
            }

            metric.Add(new Outcomes(layouts, ref arena[0], batch));
        }
    }
}
