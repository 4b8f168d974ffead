namespace StaticNet.Plotting;

/// <summary>A curve in one line of text: ▇▅▃▂▁.</summary>
internal static class SparkLine
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>The last values, at most <paramref name="width"/> of them, between their least and largest; a value that is not finite is ×.</summary>
    public static string Of(IReadOnlyList<double> values, int width)
    {
        double[] last = [.. values.TakeLast(width)], finite = [.. last.Where(double.IsFinite)];
        double low = finite.DefaultIfEmpty(0).Min(), range = finite.DefaultIfEmpty(0).Max() - low;
        return string.Concat(last.Select(value =>
            !double.IsFinite(value) ? '×' : range > 0 ? Blocks[(int)Math.Round((value - low) / range * (Blocks.Length - 1))] : Blocks[0]));
    }
}
