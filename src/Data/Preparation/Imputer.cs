using System.Text.Json.Serialization;

namespace StaticNet.Data;

/// <summary>
/// Puts a number of each column where one is missing (NaN). <see cref="Missing"/> tells which were, so that <see cref="Inverse"/> takes them out again.
/// </summary>
public sealed class Imputer : FittedTransform
{
    /// <param name="fills">What each column's missing numbers become.</param>
    [JsonConstructor]
    public Imputer(double[] fills)
    {
        ArgumentNullException.ThrowIfNull(fills);
        if (fills.Length == 0 || !fills.All(double.IsFinite))
            throw new ArgumentException("A missing number becomes a finite one: give one for each column.", nameof(fills));
        Fills = fills;
    }

    /// <summary>What each column's missing numbers become.</summary>
    public double[] Fills { get; }

    /// <summary>Numbers of a row.</summary>
    [JsonIgnore]
    public int Columns => Fills.Length;

    /// <summary>The mean of each column of the training part.</summary>
    /// <param name="training">Rows <c>[n,columns]</c>, with NaN where a number is missing.</param>
    /// <param name="columns">Numbers of a row.</param>
    /// <exception cref="ArgumentException">There are no whole rows, or a column has no number or an infinite one.</exception>
    public static Imputer Mean(ReadOnlySpan<float> training, int columns) => Fit(training, columns, sorted => sorted.Average());

    /// <summary>The median of each column of the training part.</summary>
    /// <inheritdoc cref="Mean"/>
    public static Imputer Median(ReadOnlySpan<float> training, int columns) => Fit(training, columns, sorted => ColumnValues.Quantile(sorted, 0.5));

    /// <summary>The number that comes most often in each column of the training part; of several the least.</summary>
    /// <inheritdoc cref="Mean"/>
    public static Imputer MostFrequent(ReadOnlySpan<float> training, int columns) =>
        Fit(training, columns, sorted => sorted.GroupBy(x => x).MaxBy(equal => equal.Count())!.Key);

    /// <summary>Fills rows <c>[n,columns]</c> in place. Allocates nothing.</summary>
    /// <exception cref="ArgumentException">There are no whole rows.</exception>
    public void Transform(Span<float> samples)
    {
        ColumnValues.Check(samples.Length, Columns, nameof(samples));
        for (int i = 0; i < samples.Length; i++)
        {
            if (float.IsNaN(samples[i]))
                samples[i] = (float)Fills[i % Fills.Length];
        }
    }

    /// <summary>Which numbers are missing: ask before <see cref="Transform"/>.</summary>
    public static bool[] Missing(ReadOnlySpan<float> samples)
    {
        var missing = new bool[samples.Length];
        for (int i = 0; i < missing.Length; i++)
            missing[i] = float.IsNaN(samples[i]);
        return missing;
    }

    /// <summary>Takes the filled numbers out again.</summary>
    /// <param name="samples">What <see cref="Transform"/> made.</param>
    /// <param name="missing">What <see cref="Missing"/> told of the samples before.</param>
    /// <exception cref="ArgumentException">There are not as many of both.</exception>
    public static void Inverse(Span<float> samples, ReadOnlySpan<bool> missing)
    {
        if (samples.Length != missing.Length)
            throw new ArgumentException($"There are {samples.Length} numbers, but {missing.Length} marks of what was missing: pass those of the same samples.", nameof(missing));
        for (int i = 0; i < missing.Length; i++)
        {
            if (missing[i])
                samples[i] = float.NaN;
        }
    }

    private static Imputer Fit(ReadOnlySpan<float> training, int columns, Func<double[], double> fill)
    {
        ColumnValues.Check(training.Length, columns, nameof(training));
        var fills = new double[columns];
        for (int c = 0; c < columns; c++)
            fills[c] = fill(ColumnValues.Sorted(training, columns, c));
        return new(fills);
    }
}
