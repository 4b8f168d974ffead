using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Numerics;

/// <summary>
/// Philox4x32-10, a counter-based generator (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011): every value is a function
/// of seed, stream, step and logical index alone, the same in any order and on every platform.
/// </summary>
/// <remarks>
/// The counter is <c>(⌊index / 4⌋ low, ⌊index / 4⌋ high, stream, step)</c>, the key is the seed's low and high half, and
/// <c>index mod 4</c> picks one of the four words of the block.
/// </remarks>
public static class Philox
{
    internal const int Rounds = 10;
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;

    // The key grows by the fractions of the golden ratio and of √3 after each round.
    internal const uint Weyl0 = 0x9E3779B9;
    internal const uint Weyl1 = 0xBB67AE85;

    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const int Words = 4;
    private const int DroppedBits = 8;
    private const float UniformUnit = 1f / (1 << 24);

    /// <summary>The 32 random bits of an index.</summary>
    public static uint At(ulong seed, uint stream, uint step, ulong index) =>
        Block(seed, stream, step, index / Words).GetElement((int)(index % Words));

    /// <summary>Uniform on <c>[0, 1)</c>: the upper 24 bits of <see cref="At"/>, times <c>2⁻²⁴</c>.</summary>
    public static float Uniform(ulong seed, uint stream, uint step, ulong index) =>
        (At(seed, stream, step, index) >> DroppedBits) * UniformUnit;

    /// <summary>
    /// Normal with mean 0 and variance 1, by Box and Muller's method in double precision, rounded once. The indices <c>2i</c> and
    /// <c>2i + 1</c> share the words of both: the even one is the cosine, the odd one the sine.
    /// </summary>
    public static float Normal(ulong seed, uint stream, uint step, ulong index)
    {
        Vector128<uint> block = Block(seed, stream, step, index / Words);
        int pair = (int)(index % Words) & ~1;
        (double cosine, double sine) = BoxMuller.Pair(block.GetElement(pair), block.GetElement(pair + 1));
        return (float)(index % 2 == 0 ? cosine : sine);
    }

    /// <summary>
    /// Fills <c>[rows,columns]</c> with <see cref="Uniform"/> of <c>index = row·columns + column</c>, and each row's padding, up to the
    /// pitch, with 0. Allocates nothing.
    /// </summary>
    /// <param name="seed">The key.</param>
    /// <param name="stream">The third word of the counter.</param>
    /// <param name="step">The fourth word of the counter.</param>
    /// <param name="target">The first value of the first row; <c>rows·pitch</c> floats are written.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The values of a row.</param>
    /// <param name="pitch">The floats from one row to the next, at least <paramref name="columns"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillUniform(ulong seed, uint stream, uint step, ref float target, int rows, int columns, int pitch)
    {
        int row = 0;
        int column = 0;
        ulong number = 0;
        while (row < rows && columns > 0)
        {
            if (PhiloxQuad.IsSupported && column + PhiloxQuad.Values <= columns)
            {
                PhiloxQuad.StoreUniform(seed, stream, step, number, ref Unsafe.Add(ref target, ((nint)row * pitch) + column));
                number += PhiloxQuad.Values / Words;
                column += PhiloxQuad.Values;
                if (column == columns)
                    EndRow(ref target, ref row, ref column, pitch);
                continue;
            }

            Vector128<float> four = ToUniform(Block(seed, stream, step, number++));
            if (column + Words <= columns)
            {
                four.StoreUnsafe(ref target, (nuint)(((nint)row * pitch) + column));
                column += Words;
                if (column == columns)
                    EndRow(ref target, ref row, ref column, pitch);
                continue;
            }

            // The block straddles the end of a row, or of several.
            for (int word = 0; word < Words && row < rows; word++)
            {
                Unsafe.Add(ref target, ((nint)row * pitch) + column) = four.GetElement(word);
                if (++column == columns)
                    EndRow(ref target, ref row, ref column, pitch);
            }
        }
    }

    /// <summary>
    /// Fills <c>[rows,columns]</c> with <see cref="Normal"/> of <c>index = row·columns + column</c>, and each row's padding with 0, as
    /// <see cref="FillUniform"/> does.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FillNormal(ulong seed, uint stream, uint step, ref float target, int rows, int columns, int pitch)
    {
        ulong index = 0;
        Vector128<uint> block = default;
        double sine = 0;
        for (int row = 0; row < rows; row++)
        {
            ref float values = ref Unsafe.Add(ref target, (nint)row * pitch);
            for (int column = 0; column < columns; column++, index++)
            {
                // A pair may straddle the end of a row: its sine waits for the next.
                double value = sine;
                if (index % 2 == 0)
                {
                    if (index % Words == 0)
                        block = Block(seed, stream, step, index / Words);
                    (value, sine) = index % Words == 0 ? BoxMuller.Pair(block.GetElement(0), block.GetElement(1)) : BoxMuller.Pair(block.GetElement(2), block.GetElement(3));
                }

                Unsafe.Add(ref values, column) = (float)value;
            }

            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref values, columns), pitch - columns).Clear();
        }
    }

    /// <summary>The four words at a position of a stream.</summary>
    [MethodImpl(Inline)]
    internal static Vector128<uint> Block(ulong seed, uint stream, uint step, ulong number) =>
        Block((uint)number, (uint)(number >> 32), stream, step, (uint)seed, (uint)(seed >> 32));

    /// <summary>The bijection itself: counter and key in, four words out.</summary>
    [MethodImpl(Inline)]
    internal static Vector128<uint> Block(uint x0, uint x1, uint x2, uint x3, uint key0, uint key1)
    {
        // (x₀, x₁, x₂, x₃) ← (high(M₁·x₂) ⊕ x₁ ⊕ k₀, low(M₁·x₂), high(M₀·x₀) ⊕ x₃ ⊕ k₁, low(M₀·x₀))
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * x0;
            ulong product1 = (ulong)Multiplier1 * x2;
            x0 = (uint)(product1 >> 32) ^ x1 ^ key0;
            x1 = (uint)product1;
            x2 = (uint)(product0 >> 32) ^ x3 ^ key1;
            x3 = (uint)product0;
            key0 = unchecked(key0 + Weyl0);
            key1 = unchecked(key1 + Weyl1);
        }

        return Vector128.Create(x0, x1, x2, x3);
    }

    // 24 bits are an exact float, so that the product with the power of two is exact too.
    [MethodImpl(Inline)]
    internal static Vector128<float> ToUniform(Vector128<uint> words) =>
        Vector128.ConvertToSingle((words >>> DroppedBits).AsInt32()) * UniformUnit;

    [MethodImpl(Inline)]
    private static void EndRow(ref float target, ref int row, ref int column, int pitch)
    {
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, ((nint)row * pitch) + column), pitch - column).Clear();
        row++;
        column = 0;
    }
}
