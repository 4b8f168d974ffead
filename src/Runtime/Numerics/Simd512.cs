using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Numerics;

/// <summary>Vectors of 16 floats (512 bits).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Simd512 : ISimd<Vector512<float>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(Inline)]
        get => 16;
    }

    /// <inheritdoc/>
    public static Vector512<float> Zero
    {
        [MethodImpl(Inline)]
        get => Vector512<float>.Zero;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Splat(float value) =>
        Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> SplatInt32(int value) =>
        Vector512.Create(value).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Load(ref readonly float source, nint offset) =>
        Vector512.LoadUnsafe(in source, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Vector512<float> value, ref float target, nint offset) =>
        value.StoreUnsafe(ref target, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> LoadInt32(ref readonly float source, nint offset) =>
        ConvertInt32(Load(in source, offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Broadcast(ref readonly float source, nint offset) =>
        Splat(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> BroadcastInt32(ref readonly float source, nint offset) =>
        Splat(BitConverter.SingleToInt32Bits(Unsafe.Add(ref Unsafe.AsRef(in source), offset)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Index(int start) =>
        Vector512.ConvertToSingle(Vector512.Create(start) + Vector512<int>.Indices);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) =>
        a + b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Subtract(Vector512<float> a, Vector512<float> b) =>
        a - b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Multiply(Vector512<float> a, Vector512<float> b) =>
        a * b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Divide(Vector512<float> a, Vector512<float> b) =>
        a / b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Negate(Vector512<float> a) =>
        -a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Abs(Vector512<float> a) =>
        Vector512.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Sqrt(Vector512<float> a) =>
        Vector512.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) =>
        Vector512.MaxNative(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b) =>
        Vector512.MinNative(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> FusedMultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Vector512.MultiplyAddEstimate(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> SelectGreater(
        Vector512<float> a, Vector512<float> b, Vector512<float> whenTrue, Vector512<float> whenFalse) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> SelectEqual(
        Vector512<float> a, Vector512<float> b, Vector512<float> whenTrue, Vector512<float> whenFalse) =>
        Vector512.ConditionalSelect(Vector512.Equals(a, b), whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> KeepFirst(Vector512<float> value, int count, Vector512<float> otherwise) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(Vector512.Create(count), Vector512<int>.Indices).AsSingle(), value, otherwise);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float Sum(Vector512<float> v) =>
        Simd256.Sum(Halves(v));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SumEach(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) => Simd256.SumEach(Halves(a), Halves(b), Halves(c), Halves(d));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float MaxAcross(Vector512<float> v) =>
        Simd256.MaxAcross(Simd256.Max(v.GetLower(), v.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float First(Vector512<float> v) =>
        v.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> And(Vector512<float> a, Vector512<float> b) =>
        a & b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Or(Vector512<float> a, Vector512<float> b) =>
        a | b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> AddInt32(Vector512<float> a, Vector512<float> b) =>
        (a.AsInt32() + b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> SubtractInt32(Vector512<float> a, Vector512<float> b) =>
        (a.AsInt32() - b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> ShiftLeft(Vector512<float> a, int count) =>
        (a.AsInt32() << count).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> ShiftRight(Vector512<float> a, int count) =>
        (a.AsInt32() >> count).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> ConvertInt32(Vector512<float> a) =>
        Vector512.ConvertToSingle(a.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<float> Scale(Vector512<float> a, Vector512<float> rounded) =>
        Avx512F.IsSupported ? Avx512F.Scale(a, rounded - Vector512.Create(PowersOfTwo.Rounder)) : PowersOfTwo.Scale<Simd512, Vector512<float>>(a, rounded);

    [MethodImpl(Inline)]
    private static Vector256<float> Halves(Vector512<float> v) => v.GetLower() + v.GetUpper();
}
