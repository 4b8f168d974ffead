using CsCheck;

namespace StaticNet.Generator.Tests;

/// <summary>A property over generated cases that are the same at every run; a failure tells the seed of its case.</summary>
internal static class Cases
{
    public static void Check<T>(Gen<T> cases, Action<T> property, int count = 100)
    {
        for (uint stream = 0; stream < count; stream++)
            cases.Sample(property, seed: new PCG(stream, 1).ToString(), iter: 1, threads: 1);
    }

    public static void Check<T1, T2>(Gen<(T1, T2)> cases, Action<T1, T2> property, int count = 100) =>
        Check(cases, pair => property(pair.Item1, pair.Item2), count);
}
