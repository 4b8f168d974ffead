using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace StaticNet.Numerics;

/// <summary>
/// The vector operations that kernels are written in. A kernel is generic over <c>&lt;S, V&gt;</c>, so that one text serves every width;
/// the compiler specialises it for <see cref="Simd128"/>, <see cref="Simd256"/> and <see cref="Simd512"/>.
/// </summary>
/// <remarks>
/// Offsets and counts are not checked: the public methods of a network check lengths once, and every offset inside is a constant.
/// </remarks>
/// <typeparam name="V">The vector: <see cref="Width"/> floats.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISimd<V>
    where V : struct
{
    /// <summary>Floats in a vector: 4, 8 or 16.</summary>
    static abstract int Width { get; }

    /// <summary>All lanes <c>0</c>.</summary>
    static abstract V Zero { get; }

    /// <summary>All lanes <paramref name="value"/>.</summary>
    static abstract V Splat(float value);

    /// <summary>All lanes the bits of <paramref name="value"/>.</summary>
    static abstract V SplatInt32(int value);

    /// <summary><c>source[offset …]</c>; the offset counts floats, and the address need not be aligned.</summary>
    static abstract V Load(ref readonly float source, nint offset);

    /// <summary><c>target[offset …] = value</c>; the offset counts floats, and the address need not be aligned.</summary>
    static abstract void Store(V value, ref float target, nint offset);

    /// <summary>Like <see cref="Load"/> from memory that holds int32 bits, converted to float, rounded to nearest even.</summary>
    static abstract V LoadInt32(ref readonly float source, nint offset);

    /// <summary>The float at <paramref name="offset"/>, in every lane.</summary>
    static abstract V Broadcast(ref readonly float source, nint offset);

    /// <summary>The int32 whose bits lie at <paramref name="offset"/>, as a float in every lane.</summary>
    static abstract V BroadcastInt32(ref readonly float source, nint offset);

    /// <summary><c>start, start + 1, …</c>, exact up to 2²⁴.</summary>
    static abstract V Index(int start);

    /// <summary><c>a + b</c>.</summary>
    static abstract V Add(V a, V b);

    /// <summary><c>a − b</c>.</summary>
    static abstract V Subtract(V a, V b);

    /// <summary><c>a·b</c>.</summary>
    static abstract V Multiply(V a, V b);

    /// <summary><c>a / b</c>, correctly rounded.</summary>
    static abstract V Divide(V a, V b);

    /// <summary><c>−a</c>: the sign bit flipped, of zeros and NaN too.</summary>
    static abstract V Negate(V a);

    /// <summary><c>|a|</c>: the sign bit cleared.</summary>
    static abstract V Abs(V a);

    /// <summary><c>√a</c>, correctly rounded; NaN below zero.</summary>
    static abstract V Sqrt(V a);

    /// <summary>
    /// The larger lanes. A NaN in <paramref name="b"/> is kept; a NaN in <paramref name="a"/> may give <paramref name="b"/>.
    /// Of two zeros, either.
    /// </summary>
    static abstract V Max(V a, V b);

    /// <summary>
    /// The smaller lanes. A NaN in <paramref name="b"/> is kept; a NaN in <paramref name="a"/> may give <paramref name="b"/>.
    /// Of two zeros, either.
    /// </summary>
    static abstract V Min(V a, V b);

    /// <summary><c>a·b + c</c>, rounded once; where the CPU has no fused multiply-add, the product is rounded too.</summary>
    static abstract V FusedMultiplyAdd(V a, V b, V c);

    /// <summary><c>a &gt; b ? whenTrue : whenFalse</c> per lane; a comparison with NaN is false.</summary>
    static abstract V SelectGreater(V a, V b, V whenTrue, V whenFalse);

    /// <summary><c>a = b ? whenTrue : whenFalse</c> per lane; a comparison with NaN is false, and <c>−0 = 0</c>.</summary>
    static abstract V SelectEqual(V a, V b, V whenTrue, V whenFalse);

    /// <summary>
    /// The lanes below <paramref name="count"/> from <paramref name="value"/>, the others from <paramref name="otherwise"/>.
    /// Any count is allowed.
    /// </summary>
    static abstract V KeepFirst(V value, int count, V otherwise);

    /// <summary>The sum of all lanes: the upper half is added to the lower until one lane is left.</summary>
    static abstract float Sum(V v);

    /// <summary>The sums over the lanes of four vectors, as one vector of four, each in the order of <see cref="Sum"/>.</summary>
    static abstract Vector128<float> SumEach(V a, V b, V c, V d);

    /// <summary>The largest lane; NaN lanes may be lost.</summary>
    static abstract float MaxAcross(V v);

    /// <summary>Lane 0.</summary>
    static abstract float First(V v);

    /// <summary>The bits common to both.</summary>
    static abstract V And(V a, V b);

    /// <summary>The bits of either.</summary>
    static abstract V Or(V a, V b);

    /// <summary>The sum of the lanes' bits as int32, wrapping around.</summary>
    static abstract V AddInt32(V a, V b);

    /// <summary>The difference of the lanes' bits as int32, wrapping around.</summary>
    static abstract V SubtractInt32(V a, V b);

    /// <summary>The lanes' bits shifted left; zeros enter.</summary>
    static abstract V ShiftLeft(V a, int count);

    /// <summary>The lanes' bits shifted right as int32; copies of the sign enter.</summary>
    static abstract V ShiftRight(V a, int count);

    /// <summary>The lanes' bits as int32, converted to float, rounded to nearest even.</summary>
    static abstract V ConvertInt32(V a);

    /// <summary><c>a·2ⁿ</c>, rounded once, to a denormal or to ∞ too, for <c>|n| ≤ 150</c> and <c>¼ ≤ |a| ≤ 4</c>.</summary>
    /// <param name="a">The factors.</param>
    /// <param name="rounded"><c>n + 1.5·2²³</c>, which holds <c>n</c> in its low bits.</param>
    static abstract V Scale(V a, V rounded);
}
