using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Numerics;

/// <summary>Four consecutive blocks of <see cref="Philox"/> at once, bit for bit the same: a block to each 64-bit lane.</summary>
internal static class PhiloxQuad
{
    /// <summary>The values of four blocks.</summary>
    public const int Values = 16;

    /// <summary>Whether the CPU multiplies four pairs of 32-bit words into 64 bits.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx2.IsSupported;
    }

    /// <summary>Writes the sixteen uniform values of the blocks from <paramref name="number"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUniform(ulong seed, uint stream, uint step, ulong number, ref float target)
    {
        // Only the lower half of each lane is the word. The multiplication ignores the upper one, so what gathers there needs no clearing.
        Vector256<ulong> numbers = Vector256.Create(number) + Vector256<ulong>.Indices;
        Vector256<ulong> x0 = numbers;
        Vector256<ulong> x1 = numbers >>> 32;
        Vector256<ulong> x2 = Vector256.Create((ulong)stream);
        Vector256<ulong> x3 = Vector256.Create((ulong)step);
        uint key0 = (uint)seed;
        uint key1 = (uint)(seed >> 32);
        for (int round = 0; round < Philox.Rounds; round++)
        {
            Vector256<ulong> product0 = Avx2.Multiply(x0.AsUInt32(), Vector256.Create(Philox.Multiplier0));
            Vector256<ulong> product1 = Avx2.Multiply(x2.AsUInt32(), Vector256.Create(Philox.Multiplier1));
            x0 = (product1 >>> 32) ^ x1 ^ Vector256.Create(key0).AsUInt64();
            x1 = product1;
            x2 = (product0 >>> 32) ^ x3 ^ Vector256.Create(key1).AsUInt64();
            x3 = product0;
            key0 = unchecked(key0 + Philox.Weyl0);
            key1 = unchecked(key1 + Philox.Weyl1);
        }

        Vector256<ulong> low = (x0 & Vector256.Create((ulong)uint.MaxValue)) | (x1 << 32);
        Vector256<ulong> high = (x2 & Vector256.Create((ulong)uint.MaxValue)) | (x3 << 32);
        Vector256<uint> even = Avx2.UnpackLow(low, high).AsUInt32();
        Vector256<uint> odd = Avx2.UnpackHigh(low, high).AsUInt32();
        Philox.ToUniform(even.GetLower()).StoreUnsafe(ref target);
        Philox.ToUniform(odd.GetLower()).StoreUnsafe(ref target, 4);
        Philox.ToUniform(even.GetUpper()).StoreUnsafe(ref target, 8);
        Philox.ToUniform(odd.GetUpper()).StoreUnsafe(ref target, 12);
    }
}
