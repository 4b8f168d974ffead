using System.Text.Json.Serialization;

namespace StaticNet.Data;

/// <summary>Brings columns of numbers to like sizes, each by its own <c>y = (x − shift)/scale</c>, and back. NaN stays NaN.</summary>
/// <remarks>Fit it on the training part alone, and use it on all parts: what the other parts are like must not be known beforehand.</remarks>
public abstract class Scaler : FittedTransform
{
    private readonly double[] _shifts;
    private readonly double[] _scales;

    private protected Scaler(double[] shifts, double[] scales)
    {
        SameLength(shifts, scales);
        for (int c = 0; c < scales.Length; c++)
        {
            if (!double.IsFinite(shifts[c]) || !double.IsFinite(scales[c]) || scales[c] <= 0)
                throw new ArgumentException($"Column {c} would become (x − {shifts[c]})/{scales[c]}: a scale is above 0, and both are finite. Fit the scaler again.");
        }

        (_shifts, _scales) = (shifts, scales);
    }

    /// <summary>Numbers of a row.</summary>
    [JsonIgnore]
    public int Columns => _shifts.Length;

    /// <summary>Scales rows <c>[n,columns]</c> in place; in a window <c>[t,columns]</c> every step is a row. Allocates nothing.</summary>
    /// <exception cref="ArgumentException">There are no whole rows.</exception>
    public void Transform(Span<float> samples)
    {
        ColumnValues.Check(samples.Length, Columns, nameof(samples));
        for (int i = 0, c = 0; i < samples.Length; i++)
        {
            samples[i] = (float)((samples[i] - _shifts[c]) / _scales[c]);
            c = c + 1 == _shifts.Length ? 0 : c + 1;
        }
    }

    /// <summary>Undoes <see cref="Transform"/>: <c>x = y·scale + shift</c>.</summary>
    /// <exception cref="ArgumentException">There are no whole rows.</exception>
    public void Inverse(Span<float> samples)
    {
        ColumnValues.Check(samples.Length, Columns, nameof(samples));
        for (int i = 0, c = 0; i < samples.Length; i++)
        {
            samples[i] = (float)(samples[i] * _scales[c] + _shifts[c]);
            c = c + 1 == _shifts.Length ? 0 : c + 1;
        }
    }

    /// <summary>A column that does not vary is shifted and not scaled.</summary>
    private protected static double[] OrOne(double[] scales) => [.. scales.Select(scale => scale > 0 ? scale : 1)];

    private protected static void SameLength(double[] a, double[] b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Length != b.Length || a.Length == 0)
            throw new ArgumentException($"{a.Length} and {b.Length} numbers are given for the columns: expected as many of each, and one at least.");
    }
}
