using System.Text.Json.Serialization;

namespace StaticNet.Data;

/// <summary>To mean 0 and variance 1: <c>y = (x − μ)/σ</c>, σ² the mean of (x − μ)². A column that does not vary becomes 0. As scikit-learn's.</summary>
public sealed class StandardScaler : Scaler
{
    /// <param name="means">μ of each column.</param>
    /// <param name="deviations">σ of each column, 1 where it does not vary.</param>
    [JsonConstructor]
    public StandardScaler(double[] means, double[] deviations)
        : base(means, deviations) => (Means, Deviations) = (means, deviations);

    /// <summary>μ of each column.</summary>
    public double[] Means { get; }

    /// <summary>σ of each column, 1 where it does not vary.</summary>
    public double[] Deviations { get; }

    /// <summary>Learns the columns of the training part; NaN counts for nothing.</summary>
    /// <param name="training">Rows <c>[n,columns]</c>.</param>
    /// <param name="columns">Numbers of a row.</param>
    /// <exception cref="ArgumentException">There are no whole rows, or a column has no number or an infinite one.</exception>
    public static StandardScaler Fit(ReadOnlySpan<float> training, int columns)
    {
        ColumnValues.Check(training.Length, columns, nameof(training));
        double[] means = new double[columns], deviations = new double[columns];
        for (int c = 0; c < columns; c++)
        {
            double[] values = ColumnValues.Of(training, columns, c);
            double mean = values.Average(), variance = values.Average(x => (x - mean) * (x - mean));
            means[c] = mean;
            deviations[c] = variance <= Rounding(values.Length, mean, variance) ? 0 : Math.Sqrt(variance);
        }

        return new(means, OrOne(deviations));
    }

    // What rounding alone makes of the variance of equal numbers: n·ε·σ² + (n·μ·ε)²
    private static double Rounding(int count, double mean, double variance)
    {
        const double Epsilon = 2.220446049250313e-16;
        double shift = count * mean * Epsilon;
        return count * Epsilon * variance + shift * shift;
    }
}
