using System.Text.Json.Serialization;

namespace StaticNet.Data;

/// <summary>
/// To a range: <c>y = low + (x − min)/(max − min)·(high − low)</c>. A column that does not vary becomes low; numbers beyond those of the training
/// part fall outside. As scikit-learn's.
/// </summary>
public sealed class MinMaxScaler : Scaler
{
    /// <param name="minima">The least of each column.</param>
    /// <param name="maxima">The largest of each column.</param>
    /// <param name="low">What the least becomes.</param>
    /// <param name="high">What the largest becomes.</param>
    [JsonConstructor]
    public MinMaxScaler(double[] minima, double[] maxima, double low, double high)
        : base(Shifts(minima, maxima, low, high), Scales(minima, maxima, low, high)) => (Minima, Maxima, Low, High) = (minima, maxima, low, high);

    /// <summary>The least of each column.</summary>
    public double[] Minima { get; }

    /// <summary>The largest of each column.</summary>
    public double[] Maxima { get; }

    /// <summary>What the least becomes.</summary>
    public double Low { get; }

    /// <summary>What the largest becomes.</summary>
    public double High { get; }

    /// <summary>Learns the columns of the training part; NaN counts for nothing.</summary>
    /// <param name="training">Rows <c>[n,columns]</c>.</param>
    /// <param name="columns">Numbers of a row.</param>
    /// <param name="low">What the least becomes.</param>
    /// <param name="high">What the largest becomes, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">There are no whole rows, a column has no number or an infinite one, or the range is empty.</exception>
    public static MinMaxScaler Fit(ReadOnlySpan<float> training, int columns, double low = 0, double high = 1)
    {
        ColumnValues.Check(training.Length, columns, nameof(training));
        double[] minima = new double[columns], maxima = new double[columns];
        for (int c = 0; c < columns; c++)
        {
            double[] values = ColumnValues.Of(training, columns, c);
            (minima[c], maxima[c]) = (values.Min(), values.Max());
        }

        return new(minima, maxima, low, high);
    }

    // scale = (max − min)/(high − low)
    private static double[] Scales(double[] minima, double[] maxima, double low, double high)
    {
        SameLength(minima, maxima);
        if (!(low < high && double.IsFinite(low) && double.IsFinite(high)))
            throw new ArgumentException($"The range from {low} to {high} is none: give a low below high.");
        double[] ranges = OrOne([.. maxima.Zip(minima, (max, min) => max - min)]);
        return [.. ranges.Select(range => range / (high - low))];
    }

    // shift = min − low·scale
    private static double[] Shifts(double[] minima, double[] maxima, double low, double high) =>
        [.. Scales(minima, maxima, low, high).Zip(minima, (scale, min) => min - low * scale)];
}
