using System.Globalization;
using System.Text;

namespace StaticNet;

/// <summary>
/// How many rows of each class are predicted to be of each: <c>matrix[actual, predicted]</c>. Of a single number (<see cref="BinaryCrossEntropyAttribute"/>
/// with one unit) the classes are 0 and 1, that it exceeds 0.5. Copies of an instance count together.
/// </summary>
public readonly struct ConfusionMatrix : IMetric
{
    private const double Threshold = 0.5;

    private readonly long[]? _counts;

    /// <param name="classes">The number of classes, at least 2.</param>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Classes = classes;
        _counts = new long[checked(classes * classes)];
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The rows of class <paramref name="actual"/> that are predicted to be of class <paramref name="predicted"/>.</summary>
    public long this[int actual, int predicted]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)actual, (uint)Classes, nameof(actual));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)predicted, (uint)Classes, nameof(predicted));
            return _counts![actual * Classes + predicted];
        }
    }

    /// <summary>As the accuracy, which <see cref="Value"/> is.</summary>
    public string Name => "accuracy";

    /// <inheritdoc/>
    public bool IsHigherBetter => true;

    /// <summary>The share on the diagonal: the accuracy.</summary>
    public double Value
    {
        get
        {
            long right = 0, all = 0;
            for (int i = 0; i < Classes * Classes; i++)
            {
                right += i % (Classes + 1) == 0 ? _counts![i] : 0;
                all += _counts![i];
            }

            return (double)right / all;
        }
    }

    /// <inheritdoc/>
    public void Reset() => Array.Clear(_counts ?? []);

    /// <inheritdoc/>
    public void Add(in Outcomes batch)
    {
        int classes = batch.Width == 1 ? 2 : batch.Width;
        if (!batch.IsOneOfClasses && batch.Width > 1)
            MetricError.RequireClasses(batch, "A confusion matrix");
        if (_counts is null || classes != Classes)
            throw new InvalidOperationException(
                $"The confusion matrix is of {Plural.Of(Classes, "class")}, but '{batch.Output}' has {classes}: write new ConfusionMatrix({classes}).");
        for (int row = 0; row < batch.Count; row++)
        {
            int actual = batch.Width == 1 ? Side(batch.Target(row)) : batch.Class(row);
            int predicted = batch.Width == 1 ? Side(batch.Prediction(row)) : batch.PredictedClass(row);
            _counts[actual * Classes + predicted]++;
        }
    }

    /// <summary>A row for each actual class, a column for each predicted one.</summary>
    public override string ToString()
    {
        ReadOnlySpan<long> counts = _counts;
        int width = 1;
        foreach (long count in counts)
            width = Math.Max(width, count.ToString(CultureInfo.InvariantCulture).Length);
        var text = new StringBuilder();
        for (int i = 0; i < counts.Length; i++)
        {
            text.Append(counts[i].ToString(CultureInfo.InvariantCulture).PadLeft(width));
            text.Append((i + 1) % Classes != 0 ? ' ' : '\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static int Side(ReadOnlySpan<float> number) => number[0] > Threshold ? 1 : 0;
}
