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
    // One for each element of a sample, so that rows are converted by one loop, whatever the length of a channel.
    private readonly float[] _factors;
    private readonly float[] _shifts;

    /// <param name="width">Elements of a sample.</param>
    /// <param name="channels">How many equal runs it has, one a channel.</param>
    /// <param name="scale">What a byte is multiplied by.</param>
    /// <param name="mean">One number, or one a channel.</param>
    /// <param name="std">One number, or one a channel.</param>
    public ByteScaling(int width, int channels, double scale, double[] mean, double[] std)
    {
        _factors = new float[width];
        _shifts = new float[width];
        int run = width / channels;
        for (int c = 0; c < channels; c++)
        {
            // (x·scale − mean)/std = x·(scale/std) − mean/std
            double divisor = std[std.Length == 1 ? 0 : c];
            _factors.AsSpan(c * run, run).Fill((float)(scale / divisor));
            _shifts.AsSpan(c * run, run).Fill((float)(-mean[mean.Length == 1 ? 0 : c] / divisor));
        }
    }

    /// <summary>Converts samples that follow one another into rows <paramref name="pitch"/> floats apart; padding stays as it is.</summary>
    public void Copy(ReadOnlySpan<byte> source, ref float target, int pitch)
    {
        int width = _factors.Length;
        for (nint row = 0; !source.IsEmpty; row++)
        {
            Convert(source[..width], MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, row * pitch), width), _factors, _shifts);
            source = source[width..];
        }
    }

    // y = x·factor + shift, rounded twice at every width, so that all give the same bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Convert(ReadOnlySpan<byte> source, Span<float> target, float[] factors, float[] shifts)
    {
        ref byte from = ref MemoryMarshal.GetReference(source);
        ref float to = ref MemoryMarshal.GetReference(target);
        ref float factor = ref MemoryMarshal.GetArrayDataReference(factors), shift = ref MemoryMarshal.GetArrayDataReference(shifts);
        int i = 0;
        for (; i <= source.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            (Vector128<uint> a, Vector128<uint> b) = Vector128.Widen(low);
            (Vector128<uint> c, Vector128<uint> d) = Vector128.Widen(high);
            Scaled(a, ref factor, ref shift, (nuint)i).StoreUnsafe(ref to, (nuint)i);
            Scaled(b, ref factor, ref shift, (nuint)i + 4).StoreUnsafe(ref to, (nuint)i + 4);
            Scaled(c, ref factor, ref shift, (nuint)i + 8).StoreUnsafe(ref to, (nuint)i + 8);
            Scaled(d, ref factor, ref shift, (nuint)i + 12).StoreUnsafe(ref to, (nuint)i + 12);
        }
        for (; i < source.Length; i++)
            target[i] = source[i] * factors[i] + shifts[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Scaled(Vector128<uint> x, ref float factor, ref float shift, nuint i) =>
        Vector128.ConvertToSingle(x.AsInt32()) * Vector128.LoadUnsafe(ref factor, i) + Vector128.LoadUnsafe(ref shift, i);
}
