using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Orders that are a function of (seed, epoch).</summary>
internal static class Shuffle
{
    // Parameters and layers draw from streams that count up from 0; the same seed gives the order its own numbers.
    private const uint Stream = 0xFFFF_FFFF;

    /// <summary>Fills <paramref name="order"/> with 0, 1, 2, …</summary>
    public static void Identity(Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
    }

    /// <summary>A permutation of 0 … length − 1, every one equally likely (Fisher–Yates).</summary>
    public static void Fill(Span<int> order, ulong seed, uint epoch)
    {
        Identity(order);
        ulong drawn = 0;
        for (int last = order.Length - 1; last > 0; last--)
        {
            int other = (int)Below((uint)last + 1, seed, epoch, ref drawn);
            (order[last], order[other]) = (order[other], order[last]);
        }
    }

    /// <summary>Uniform over 0 … bound − 1 (Lemire, 2019): the high word of word·bound.</summary>
    private static uint Below(uint bound, ulong seed, uint epoch, ref ulong drawn)
    {
        // The first 2³² mod bound values of the low word make some results likelier than others: they are drawn again.
        uint surplus = unchecked(0u - bound) % bound;
        ulong product;
        do
            product = (ulong)Philox.At(seed, Stream, epoch, drawn++) * bound;
        while ((uint)product < surplus);
        return (uint)(product >> 32);
    }
}
