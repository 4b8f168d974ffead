using System.Text.Json.Serialization;

namespace StaticNet.Data;

/// <summary>
/// By what outliers do not move: <c>y = (x − median)/(q₇₅ − q₂₅)</c>, quantiles between the two nearest numbers. A column whose quantiles are equal
/// is not scaled. As scikit-learn's.
/// </summary>
public sealed class RobustScaler : Scaler
{
    /// <param name="medians">The median of each column.</param>
    /// <param name="ranges">The distance between the two quantiles, 1 where it is 0.</param>
    [JsonConstructor]
    public RobustScaler(double[] medians, double[] ranges)
        : base(medians, ranges) => (Medians, Ranges) = (medians, ranges);

    /// <summary>The median of each column.</summary>
    public double[] Medians { get; }

    /// <summary>The distance between the two quantiles, 1 where it is 0.</summary>
    public double[] Ranges { get; }

    /// <summary>Learns the columns of the training part; NaN counts for nothing.</summary>
    /// <param name="training">Rows <c>[n,columns]</c>.</param>
    /// <param name="columns">Numbers of a row.</param>
    /// <param name="lower">The share of numbers below the lower quantile.</param>
    /// <param name="upper">The share of numbers below the upper quantile.</param>
    /// <exception cref="ArgumentException">There are no whole rows, a column has no number or an infinite one, or the quantiles are none.</exception>
    public static RobustScaler Fit(ReadOnlySpan<float> training, int columns, double lower = 0.25, double upper = 0.75)
    {
        ColumnValues.Check(training.Length, columns, nameof(training));
        if (!(lower >= 0 && lower < upper && upper <= 1))
            throw new ArgumentException($"The quantiles {lower} and {upper} do not lie in order between 0 and 1: give as 0.25 and 0.75.");
        double[] medians = new double[columns], ranges = new double[columns];
        for (int c = 0; c < columns; c++)
        {
            double[] sorted = ColumnValues.Sorted(training, columns, c);
            medians[c] = ColumnValues.Quantile(sorted, 0.5);
            ranges[c] = ColumnValues.Quantile(sorted, upper) - ColumnValues.Quantile(sorted, lower);
        }

        return new(medians, OrOne(ranges));
    }
}
