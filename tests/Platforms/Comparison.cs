using System.Globalization;

namespace StaticNet.Platforms;

/// <summary>Two outputs of <see cref="Trial"/>: equal bits where that was asked for, elsewhere within single precision of each other.</summary>
internal static class Comparison
{
    private const double Tolerance = 1e-5;

    /// <summary>A line for each tensor that differs too much, and a last line with the largest difference of those that may differ.</summary>
    public static IEnumerable<string> Differences(string first, string second)
    {
        string[] a = File.ReadAllLines(first), b = File.ReadAllLines(second);
        if (a.Length != b.Length || a.Length == 0)
            yield return $"DIFFERS: {a.Length} and {b.Length} lines";
        double worst = 0;
        int same = 0;
        foreach ((string line, string other) in a.Zip(b))
        {
            string name = line.Split('\t')[0];
            if (name.StartsWith("exact", StringComparison.Ordinal))
            {
                same++;
                double largest = Difference(Numbers(line), Numbers(other));
                if (line != other || double.IsInfinity(largest))
                    yield return $"DIFFERS: {name} in its bits, largest difference {largest:g2}";
                continue;
            }

            double difference = Difference(Numbers(line), Numbers(other));
            worst = Math.Max(worst, difference);
            if (!(difference <= Tolerance) || name != other.Split('\t')[0])
                yield return $"DIFFERS: {name} by {difference:g2}";
        }

        yield return $"{same} exact tensors, {a.Length - same} within {worst:g2}";
    }

    // max|a − b| / max|b|, for finite numbers: Max passes over what is not a number.
    private static double Difference(float[] a, float[] b) =>
        a.Length == b.Length && a.Concat(b).All(float.IsFinite)
            ? a.Zip(b, (x, y) => (double)Math.Abs(x - y)).Max() / Math.Max(b.Max(Math.Abs), float.Epsilon)
            : double.PositiveInfinity;

    private static float[] Numbers(string line) =>
        [.. line.Split('\t')[1].Split(' ').Select(word => BitConverter.Int32BitsToSingle(int.Parse(word.Split('=')[0], NumberStyles.HexNumber)))];
}
