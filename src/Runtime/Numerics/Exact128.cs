using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Numerics;

/// <summary>
/// Vectors of 4 floats whose every lane has the bits that the wider vectors of x64 give: a multiply-add always rounds once, and of two
/// zeros, or of a number and NaN, <see cref="Max"/> and <see cref="Min"/> give the second on every processor.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Exact128 : ISimd<Vector128<float>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(Inline)]
        get => 4;
    }

    /// <inheritdoc/>
    public static Vector128<float> Zero
    {
        [MethodImpl(Inline)]
        get => Vector128<float>.Zero;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> FusedMultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
        Fma.IsSupported || AdvSimd.IsSupported ? Vector128.FusedMultiplyAdd(a, b, c) : RoundToOdd.FusedMultiplyAdd(a, b, c);

    // a > b ? a : b is what the instruction of x64 computes.
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.Max(a, b) : SelectGreater(a, b, a, b);

    // a < b ? a : b
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Min(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.Min(a, b) : SelectGreater(b, a, a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float MaxAcross(Vector128<float> v)
    {
        v = Max(v, Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1)));
        return Max(v, Vector128.Shuffle(v, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Splat(float value) =>
        Simd128.Splat(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SplatInt32(int value) =>
        Simd128.SplatInt32(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Load(ref readonly float source, nint offset) =>
        Simd128.Load(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Vector128<float> value, ref float target, nint offset) =>
        Simd128.Store(value, ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> LoadInt32(ref readonly float source, nint offset) =>
        Simd128.LoadInt32(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Broadcast(ref readonly float source, nint offset) =>
        Simd128.Broadcast(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> BroadcastInt32(ref readonly float source, nint offset) =>
        Simd128.BroadcastInt32(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Index(int start) =>
        Simd128.Index(start);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Add(Vector128<float> a, Vector128<float> b) =>
        Simd128.Add(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Subtract(Vector128<float> a, Vector128<float> b) =>
        Simd128.Subtract(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Multiply(Vector128<float> a, Vector128<float> b) =>
        Simd128.Multiply(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Divide(Vector128<float> a, Vector128<float> b) =>
        Simd128.Divide(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Negate(Vector128<float> a) =>
        Simd128.Negate(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Abs(Vector128<float> a) =>
        Simd128.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Sqrt(Vector128<float> a) =>
        Simd128.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SelectGreater(
        Vector128<float> a, Vector128<float> b, Vector128<float> whenTrue, Vector128<float> whenFalse) =>
        Simd128.SelectGreater(a, b, whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SelectEqual(
        Vector128<float> a, Vector128<float> b, Vector128<float> whenTrue, Vector128<float> whenFalse) =>
        Simd128.SelectEqual(a, b, whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> KeepFirst(Vector128<float> value, int count, Vector128<float> otherwise) =>
        Simd128.KeepFirst(value, count, otherwise);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float Sum(Vector128<float> v) =>
        Simd128.Sum(v);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SumEach(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) =>
        Simd128.SumEach(a, b, c, d);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float First(Vector128<float> v) =>
        Simd128.First(v);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> And(Vector128<float> a, Vector128<float> b) =>
        Simd128.And(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Or(Vector128<float> a, Vector128<float> b) =>
        Simd128.Or(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> AddInt32(Vector128<float> a, Vector128<float> b) =>
        Simd128.AddInt32(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SubtractInt32(Vector128<float> a, Vector128<float> b) =>
        Simd128.SubtractInt32(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> ShiftLeft(Vector128<float> a, int count) =>
        Simd128.ShiftLeft(a, count);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> ShiftRight(Vector128<float> a, int count) =>
        Simd128.ShiftRight(a, count);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> ConvertInt32(Vector128<float> a) =>
        Simd128.ConvertInt32(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Scale(Vector128<float> a, Vector128<float> rounded) =>
        PowersOfTwo.Scale<Exact128, Vector128<float>>(a, rounded);
}
