using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Numerics;

/// <summary>Vectors of 8 floats (256 bits).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Simd256 : ISimd<Vector256<float>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(Inline)]
        get => 8;
    }

    /// <inheritdoc/>
    public static Vector256<float> Zero
    {
        [MethodImpl(Inline)]
        get => Vector256<float>.Zero;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Splat(float value) =>
        Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> SplatInt32(int value) =>
        Vector256.Create(value).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Load(ref readonly float source, nint offset) =>
        Vector256.LoadUnsafe(in source, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Vector256<float> value, ref float target, nint offset) =>
        value.StoreUnsafe(ref target, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> LoadInt32(ref readonly float source, nint offset) =>
        ConvertInt32(Load(in source, offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Broadcast(ref readonly float source, nint offset) =>
        Splat(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> BroadcastInt32(ref readonly float source, nint offset) =>
        Splat(BitConverter.SingleToInt32Bits(Unsafe.Add(ref Unsafe.AsRef(in source), offset)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Index(int start) =>
        Vector256.ConvertToSingle(Vector256.Create(start) + Vector256<int>.Indices);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) =>
        a + b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Subtract(Vector256<float> a, Vector256<float> b) =>
        a - b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Multiply(Vector256<float> a, Vector256<float> b) =>
        a * b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Divide(Vector256<float> a, Vector256<float> b) =>
        a / b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Negate(Vector256<float> a) =>
        -a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Abs(Vector256<float> a) =>
        Vector256.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Sqrt(Vector256<float> a) =>
        Vector256.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) =>
        Vector256.MaxNative(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) =>
        Vector256.MinNative(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> FusedMultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Vector256.MultiplyAddEstimate(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> SelectGreater(
        Vector256<float> a, Vector256<float> b, Vector256<float> whenTrue, Vector256<float> whenFalse) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> SelectEqual(
        Vector256<float> a, Vector256<float> b, Vector256<float> whenTrue, Vector256<float> whenFalse) =>
        Vector256.ConditionalSelect(Vector256.Equals(a, b), whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> KeepFirst(Vector256<float> value, int count, Vector256<float> otherwise) =>
        Vector256.ConditionalSelect(
            Vector256.GreaterThan(Vector256.Create(count), Vector256<int>.Indices).AsSingle(), value, otherwise);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float Sum(Vector256<float> v) =>
        Simd128.Sum(Halves(v));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SumEach(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) => Simd128.SumEach(Halves(a), Halves(b), Halves(c), Halves(d));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float MaxAcross(Vector256<float> v) =>
        Simd128.MaxAcross(Simd128.Max(v.GetLower(), v.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float First(Vector256<float> v) =>
        v.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> And(Vector256<float> a, Vector256<float> b) =>
        a & b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Or(Vector256<float> a, Vector256<float> b) =>
        a | b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> AddInt32(Vector256<float> a, Vector256<float> b) =>
        (a.AsInt32() + b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> SubtractInt32(Vector256<float> a, Vector256<float> b) =>
        (a.AsInt32() - b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> ShiftLeft(Vector256<float> a, int count) =>
        (a.AsInt32() << count).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> ShiftRight(Vector256<float> a, int count) =>
        (a.AsInt32() >> count).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> ConvertInt32(Vector256<float> a) =>
        Vector256.ConvertToSingle(a.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<float> Scale(Vector256<float> a, Vector256<float> rounded) =>
        PowersOfTwo.Scale<Simd256, Vector256<float>>(a, rounded);

    [MethodImpl(Inline)]
    private static Vector128<float> Halves(Vector256<float> v) => v.GetLower() + v.GetUpper();
}
