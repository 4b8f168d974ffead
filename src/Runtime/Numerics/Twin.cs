using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Numerics;

/// <summary>Two vectors side by side: lanes <c>0 …</c> and the lanes after them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Pair<V>(V low, V high)
    where V : struct
{
    internal V Low { get; } = low;

    internal V High { get; } = high;
}

/// <summary>
/// Vectors of twice as many lanes as <typeparamref name="S"/> has. Sums and maxima over lanes fold the upper half onto the lower, as the
/// wide vectors do, so a kernel that goes across lanes gives the same bits at every width once it has sixteen.
/// </summary>
/// <typeparam name="S">The operations of a half.</typeparam>
/// <typeparam name="V">A half.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Twin<S, V> : ISimd<Pair<V>>
    where S : struct, ISimd<V>
    where V : struct
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int Width
    {
        [MethodImpl(Inline)]
        get => 2 * S.Width;
    }

    /// <inheritdoc/>
    public static Pair<V> Zero
    {
        [MethodImpl(Inline)]
        get => new(S.Zero, S.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Splat(float value) =>
        new(S.Splat(value), S.Splat(value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> SplatInt32(int value) =>
        new(S.SplatInt32(value), S.SplatInt32(value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Load(ref readonly float source, nint offset) =>
        new(S.Load(in source, offset), S.Load(in source, offset + S.Width));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Pair<V> value, ref float target, nint offset)
    {
        S.Store(value.Low, ref target, offset);
        S.Store(value.High, ref target, offset + S.Width);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> LoadInt32(ref readonly float source, nint offset) =>
        new(S.LoadInt32(in source, offset), S.LoadInt32(in source, offset + S.Width));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Broadcast(ref readonly float source, nint offset) =>
        new(S.Broadcast(in source, offset), S.Broadcast(in source, offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> BroadcastInt32(ref readonly float source, nint offset) =>
        new(S.BroadcastInt32(in source, offset), S.BroadcastInt32(in source, offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Index(int start) =>
        new(S.Index(start), S.Index(start + S.Width));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Add(Pair<V> a, Pair<V> b) =>
        new(S.Add(a.Low, b.Low), S.Add(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Subtract(Pair<V> a, Pair<V> b) =>
        new(S.Subtract(a.Low, b.Low), S.Subtract(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Multiply(Pair<V> a, Pair<V> b) =>
        new(S.Multiply(a.Low, b.Low), S.Multiply(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Divide(Pair<V> a, Pair<V> b) =>
        new(S.Divide(a.Low, b.Low), S.Divide(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Negate(Pair<V> a) =>
        new(S.Negate(a.Low), S.Negate(a.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Abs(Pair<V> a) =>
        new(S.Abs(a.Low), S.Abs(a.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Sqrt(Pair<V> a) =>
        new(S.Sqrt(a.Low), S.Sqrt(a.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Max(Pair<V> a, Pair<V> b) =>
        new(S.Max(a.Low, b.Low), S.Max(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Min(Pair<V> a, Pair<V> b) =>
        new(S.Min(a.Low, b.Low), S.Min(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> FusedMultiplyAdd(Pair<V> a, Pair<V> b, Pair<V> c) =>
        new(S.FusedMultiplyAdd(a.Low, b.Low, c.Low), S.FusedMultiplyAdd(a.High, b.High, c.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> SelectGreater(Pair<V> a, Pair<V> b, Pair<V> whenTrue, Pair<V> whenFalse) =>
        new(S.SelectGreater(a.Low, b.Low, whenTrue.Low, whenFalse.Low), S.SelectGreater(a.High, b.High, whenTrue.High, whenFalse.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> SelectEqual(Pair<V> a, Pair<V> b, Pair<V> whenTrue, Pair<V> whenFalse) =>
        new(S.SelectEqual(a.Low, b.Low, whenTrue.Low, whenFalse.Low), S.SelectEqual(a.High, b.High, whenTrue.High, whenFalse.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> KeepFirst(Pair<V> value, int count, Pair<V> otherwise) =>
        new(S.KeepFirst(value.Low, count, otherwise.Low), S.KeepFirst(value.High, count - S.Width, otherwise.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float Sum(Pair<V> v) =>
        S.Sum(S.Add(v.Low, v.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<float> SumEach(Pair<V> a, Pair<V> b, Pair<V> c, Pair<V> d) =>
        S.SumEach(S.Add(a.Low, a.High), S.Add(b.Low, b.High), S.Add(c.Low, c.High), S.Add(d.Low, d.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float MaxAcross(Pair<V> v) =>
        S.MaxAcross(S.Max(v.Low, v.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static float First(Pair<V> v) =>
        S.First(v.Low);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> And(Pair<V> a, Pair<V> b) =>
        new(S.And(a.Low, b.Low), S.And(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Or(Pair<V> a, Pair<V> b) =>
        new(S.Or(a.Low, b.Low), S.Or(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> AddInt32(Pair<V> a, Pair<V> b) =>
        new(S.AddInt32(a.Low, b.Low), S.AddInt32(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> SubtractInt32(Pair<V> a, Pair<V> b) =>
        new(S.SubtractInt32(a.Low, b.Low), S.SubtractInt32(a.High, b.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> ShiftLeft(Pair<V> a, int count) =>
        new(S.ShiftLeft(a.Low, count), S.ShiftLeft(a.High, count));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> ShiftRight(Pair<V> a, int count) =>
        new(S.ShiftRight(a.Low, count), S.ShiftRight(a.High, count));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> ConvertInt32(Pair<V> a) =>
        new(S.ConvertInt32(a.Low), S.ConvertInt32(a.High));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Pair<V> Scale(Pair<V> a, Pair<V> rounded) =>
        new(S.Scale(a.Low, rounded.Low), S.Scale(a.High, rounded.High));
}
