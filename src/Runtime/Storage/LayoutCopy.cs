using System.Runtime.InteropServices;

namespace StaticNet.Storage;

/// <summary>Copies between logical order and storage. Padding is neither read nor written.</summary>
internal static class LayoutCopy
{
    /// <summary>Logical order → storage.</summary>
    public static void Scatter(ReadOnlySpan<float> values, ParameterEntry entry, Span<float> storage)
    {
        var runs = new LayoutRuns(entry);
        while (runs.MoveNext())
        {
            ReadOnlySpan<float> source = values.Slice(runs.Logical, runs.Length);
            if (runs.Stride == 1)
            {
                source.CopyTo(storage[runs.Offset..]);
                continue;
            }
            for (int i = 0, at = runs.Offset; i < source.Length; i++, at += runs.Stride)
                storage[at] = source[i];
        }
    }

    /// <summary>Elements of a file in logical order, at any alignment → storage.</summary>
    public static void Scatter<T>(ReadOnlySpan<byte> values, ParameterEntry entry, Span<float> storage)
        where T : struct, IStoredElement
    {
        var runs = new LayoutRuns(entry);
        while (runs.MoveNext())
        {
            ReadOnlySpan<byte> source = values.Slice(runs.Logical * T.Bytes, runs.Length * T.Bytes);
            if (typeof(T) == typeof(Float32Element) && runs.Stride == 1 && BitConverter.IsLittleEndian)
            {
                source.CopyTo(MemoryMarshal.AsBytes(storage[runs.Offset..]));
                continue;
            }
            for (int i = 0, at = runs.Offset; i < source.Length; i += T.Bytes, at += runs.Stride)
                storage[at] = T.Read(source[i..]);
        }
    }

    /// <summary>Storage → logical order.</summary>
    public static void Gather(ReadOnlySpan<float> storage, ParameterEntry entry, Span<float> values)
    {
        var runs = new LayoutRuns(entry);
        while (runs.MoveNext())
        {
            Span<float> target = values.Slice(runs.Logical, runs.Length);
            if (runs.Stride == 1)
            {
                storage.Slice(runs.Offset, runs.Length).CopyTo(target);
                continue;
            }
            for (int i = 0, at = runs.Offset; i < target.Length; i++, at += runs.Stride)
                target[i] = storage[at];
        }
    }

    public static void Fill(float value, ParameterEntry entry, Span<float> storage)
    {
        var runs = new LayoutRuns(entry);
        while (runs.MoveNext())
        {
            for (int i = 0, at = runs.Offset; i < runs.Length; i++, at += runs.Stride)
                storage[at] = value;
        }
    }
}
