namespace Timing;

/// <summary>The seconds of a call, over rounds.</summary>
/// <param name="Median">The middle one.</param>
/// <param name="Spread">Half of what lies between the quartiles, as a part of the median.</param>
internal readonly record struct Times(double Median, double Spread)
{
    public static Times Of(IReadOnlyCollection<double> seconds)
    {
        double[] ordered = [.. seconds.Order()];
        double Quantile(double part) => ordered[(int)(part * (ordered.Length - 1) + 0.5)];
        double median = ordered[ordered.Length / 2];
        return new(median, (Quantile(0.75) - Quantile(0.25)) / 2 / median);
    }
}
