namespace StaticNet.Runtime.Tests.Numerics;

/// <summary>Which floats a function is tried at.</summary>
internal static class Strata
{
    // A prime number of floats apart: 4,096 to each power of two, with every pattern of low bits.
    private const uint Stride = 2053;

    private const int MantissaBits = 23;
    private const uint Sign = 0x8000_0000;
    private const uint Infinity = 0x7F80_0000;

    // How far around the end of a power of two and of a function's own ranges every float is tried.
    private const int AroundPower = 16;
    private const int AroundEdge = 4096;

    /// <summary>
    /// Two million floats spread over all exponents, both signs and NaN; every float around each power of two, zero and infinity; and every
    /// float around the function's edges.
    /// </summary>
    public static IEnumerable<float> Of<F>()
        where F : IFunction =>
        Spread().Concat(Powers().SelectMany(bits => Around(bits, AroundPower)))
            .Concat(F.Edges.SelectMany(edge => Around(BitConverter.SingleToUInt32Bits(edge), AroundEdge)))
            .Select(BitConverter.UInt32BitsToSingle);

    private static IEnumerable<uint> Spread()
    {
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Stride)
            yield return (uint)bits;
    }

    // Zero, the powers of two, infinity.
    private static IEnumerable<uint> Powers()
    {
        for (uint bits = 0; bits <= Infinity; bits += 1u << MantissaBits)
            yield return bits;
    }

    private static IEnumerable<uint> Around(uint bits, int distance)
    {
        for (int i = -distance; i <= distance; i++)
        {
            uint near = (uint)Math.Max((int)(bits & ~Sign) + i, 0);
            yield return near;
            yield return near | Sign;
        }
    }
}
