using StaticNet.Numerics;

namespace StaticNet.Network.Tests.Contract;

/// <summary>Random numbers that are the same everywhere.</summary>
internal static class Numbers
{
    public static float[] Normal(int count, ulong seed) => [.. Enumerable.Range(0, count).Select(i => Philox.Normal(seed, 0, 0, (ulong)i))];

    public static float[] Uniform(int count, ulong seed) => [.. Enumerable.Range(0, count).Select(i => Philox.Uniform(seed, 0, 0, (ulong)i))];

    public static int[] Classes(int count, int classes, ulong seed) => [.. Uniform(count, seed).Select(u => (int)(u * classes))];
}
