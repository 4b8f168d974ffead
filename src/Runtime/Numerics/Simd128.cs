using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Numerics;

/// <summary>Vectors of 4 floats (128 bits).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Simd128 : ISimd<Vector128<float>>
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
    public static Vector128<float> Splat(float value) =>
        Vector128.Create(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SplatInt32(int value) =>
        Vector128.Create(value).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Load(ref readonly float source, nint offset) =>
        Vector128.LoadUnsafe(in source, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Vector128<float> value, ref float target, nint offset) =>
        value.StoreUnsafe(ref target, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> LoadInt32(ref readonly float source, nint offset) =>
        ConvertInt32(Load(in source, offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Broadcast(ref readonly float source, nint offset) =>
        Splat(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> BroadcastInt32(ref readonly float source, nint offset) =>
        Splat(BitConverter.SingleToInt32Bits(Unsafe.Add(ref Unsafe.AsRef(in source), offset)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Index(int start) =>
        Vector128.ConvertToSingle(Vector128.Create(start) + Vector128<int>.Indices);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Add(Vector128<float> a, Vector128<float> b) =>
        a + b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Subtract(Vector128<float> a, Vector128<float> b) =>
        a - b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Multiply(Vector128<float> a, Vector128<float> b) =>
        a * b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Divide(Vector128<float> a, Vector128<float> b) =>
        a / b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Negate(Vector128<float> a) =>
        -a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Abs(Vector128<float> a) =>
        Vector128.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Sqrt(Vector128<float> a) =>
        Vector128.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) =>
        Vector128.MaxNative(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Min(Vector128<float> a, Vector128<float> b) =>
        Vector128.MinNative(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> FusedMultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
        Vector128.MultiplyAddEstimate(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SelectGreater(
        Vector128<float> a, Vector128<float> b, Vector128<float> whenTrue, Vector128<float> whenFalse) =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SelectEqual(
        Vector128<float> a, Vector128<float> b, Vector128<float> whenTrue, Vector128<float> whenFalse) =>
        Vector128.ConditionalSelect(Vector128.Equals(a, b), whenTrue, whenFalse);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> KeepFirst(Vector128<float> value, int count, Vector128<float> otherwise) =>
        Vector128.ConditionalSelect(
            Vector128.GreaterThan(Vector128.Create(count), Vector128<int>.Indices).AsSingle(), value, otherwise);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float Sum(Vector128<float> v)
    {
        v += Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1));
        return (v + Vector128.Shuffle(v, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    // Two rounds of sums over transposed pairs: lane i of the result holds the sum of vector i.
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SumEach(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        Vector128<float> ac = Low(a, c) + High(a, c), bd = Low(b, d) + High(b, d);
        return Low(ac, bd) + High(ac, bd);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float MaxAcross(Vector128<float> v)
    {
        v = Max(v, Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1)));
        return Max(v, Vector128.Shuffle(v, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float First(Vector128<float> v) =>
        v.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> And(Vector128<float> a, Vector128<float> b) =>
        a & b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Or(Vector128<float> a, Vector128<float> b) =>
        a | b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> AddInt32(Vector128<float> a, Vector128<float> b) =>
        (a.AsInt32() + b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SubtractInt32(Vector128<float> a, Vector128<float> b) =>
        (a.AsInt32() - b.AsInt32()).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> ShiftLeft(Vector128<float> a, int count) =>
        (a.AsInt32() << count).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> ShiftRight(Vector128<float> a, int count) =>
        (a.AsInt32() >> count).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> ConvertInt32(Vector128<float> a) =>
        Vector128.ConvertToSingle(a.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> Scale(Vector128<float> a, Vector128<float> rounded) =>
        PowersOfTwo.Scale<Simd128, Vector128<float>>(a, rounded);

    // a₀ b₀ a₁ b₁
    [MethodImpl(Inline)]
    private static Vector128<float> Low(Vector128<float> a, Vector128<float> b) => Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    // a₂ b₂ a₃ b₃
    [MethodImpl(Inline)]
    private static Vector128<float> High(Vector128<float> a, Vector128<float> b) => Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);
}
