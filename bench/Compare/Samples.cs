namespace Compare;

/// <summary>Inputs and targets, the same in every run.</summary>
internal static class Samples
{
    /// <summary>Evenly drawn from [−1, 1).</summary>
    public static float[] Floats(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];
    }

    /// <summary>Classes in turn.</summary>
    public static int[] Classes(int count, int classes) => [.. Enumerable.Range(0, count).Select(i => i % classes)];
}
