using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticNet;

/// <summary>How bytes become the numbers of an input: <c>y = (x·scale − mean)/std</c>, with one mean and std, or one of each a channel.</summary>
/// <remarks>Made by generated code; the arguments are the compiler's.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ByteScaling
{
    private readonly float[] _factors;
    private readonly float[] _shifts;
    private readonly int _run;

    /// <param name="width">Elements of a sample.</param>
    /// <param name="channels">How many equal runs it has, one a channel.</param>
    /// <param name="scale">What a byte is multiplied by.</param>
    /// <param name="mean">One number, or one a channel.</param>
    /// <param name="std">One number, or one a channel.</param>
    public ByteScaling(int width, int channels, double scale, double[] mean, double[] std)
    {
        if (mean.Length == 1 && std.Length == 1)
            channels = 1;
        _run = width / channels;
        _factors = new float[channels];
        _shifts = new float[channels];
        for (int c = 0; c < channels; c++)
        {
            // (x·scale − mean)/std = x·(scale/std) − mean/std
            double divisor = std[std.Length == 1 ? 0 : c];
            _factors[c] = (float)(scale / divisor);
            _shifts[c] = (float)(-mean[mean.Length == 1 ? 0 : c] / divisor);
        }
    }

    /// <summary>Converts samples that follow one another into rows <paramref name="pitch"/> floats apart; padding stays as it is.</summary>
    public void Copy(ReadOnlySpan<byte> source, ref float target, int pitch)
    {
        int width = _run * _factors.Length;
        for (nint row = 0; !source.IsEmpty; row++)
        {
            for (int c = 0; c < _factors.Length; c++)
            {
                Span<float> run = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, row * pitch + c * _run), _run);
                Convert(source.Slice(c * _run, _run), run, _factors[c], _shifts[c]);
            }
            source = source[width..];
        }
    }

    // y = x·factor + shift, rounded twice at every width, so that all give the same bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Convert(ReadOnlySpan<byte> source, Span<float> target, float factor, float shift)
    {
        ref byte from = ref MemoryMarshal.GetReference(source);
        ref float to = ref MemoryMarshal.GetReference(target);
        Vector128<float> factors = Vector128.Create(factor), shifts = Vector128.Create(shift);
        int i = 0;
        for (; i <= source.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            (Vector128<uint> a, Vector128<uint> b) = Vector128.Widen(low);
            (Vector128<uint> c, Vector128<uint> d) = Vector128.Widen(high);
            (Vector128.ConvertToSingle(a.AsInt32()) * factors + shifts).StoreUnsafe(ref to, (nuint)i);
            (Vector128.ConvertToSingle(b.AsInt32()) * factors + shifts).StoreUnsafe(ref to, (nuint)i + 4);
            (Vector128.ConvertToSingle(c.AsInt32()) * factors + shifts).StoreUnsafe(ref to, (nuint)i + 8);
            (Vector128.ConvertToSingle(d.AsInt32()) * factors + shifts).StoreUnsafe(ref to, (nuint)i + 12);
        }
        for (; i < source.Length; i++)
            target[i] = source[i] * factor + shift;
    }
}
