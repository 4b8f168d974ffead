using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>The data of one input or target: rows of equal length, one per sample, float, int32, or bytes that become floats; read in place.</summary>
/// <remarks>Made by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchColumn
{
    private readonly ReadOnlyMemory<float> _floats;
    private readonly ReadOnlyMemory<int> _integers;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ByteScaling? _scaling;

    /// <param name="name">The input's or target's name, as in messages.</param>
    /// <param name="data">All rows, one after another.</param>
    /// <param name="width">Elements in a row.</param>
    /// <exception cref="ArgumentException">The data do not end with a whole row.</exception>
    public BatchColumn(string name, ReadOnlyMemory<float> data, int width)
        : this(name, data.Length, width) => _floats = data;

    /// <inheritdoc cref="BatchColumn(string, ReadOnlyMemory{float}, int)"/>
    public BatchColumn(string name, ReadOnlyMemory<int> data, int width)
        : this(name, data.Length, width)
    {
        _integers = data;
        IsInt32 = true;
    }

    /// <param name="name">The input's name, as in messages.</param>
    /// <param name="data">All rows, one after another.</param>
    /// <param name="width">Elements in a row.</param>
    /// <param name="scaling">What makes floats of the bytes as they are copied.</param>
    /// <exception cref="ArgumentException">The data do not end with a whole row.</exception>
    public BatchColumn(string name, ReadOnlyMemory<byte> data, int width, ByteScaling scaling)
        : this(name, data.Length, width)
    {
        ArgumentNullException.ThrowIfNull(scaling);
        (_bytes, _scaling) = (data, scaling);
    }

    private BatchColumn(string name, int length, int width)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (length % width != 0)
            throw new ArgumentException(
                $"'{name}' has {width} elements per sample, but its length {length} is not a multiple of {width}: "
                + $"{length % width} are left over after {length / width} samples. Pass whole samples, one after another.",
                name);
        Name = name;
        Width = width;
        Rows = length / width;
    }

    public string Name { get; }

    /// <summary>Elements in a row.</summary>
    public int Width { get; }

    /// <summary>Samples.</summary>
    public int Rows { get; }

    /// <summary>Whether the elements are int32; otherwise they are float.</summary>
    public bool IsInt32 { get; }

    /// <summary>Some rows that follow one another, in place.</summary>
    internal BatchColumn Slice(int start, int count)
    {
        (start, count) = (start * Width, count * Width);
        return IsInt32 ? new(Name, _integers.Slice(start, count), Width)
            : _scaling is not null ? new(Name, _bytes.Slice(start, count), Width, _scaling)
            : new(Name, _floats.Slice(start, count), Width);
    }

    /// <summary>Copies rows that follow one another; int32 bit by bit.</summary>
    internal void Copy(int start, int count, ref float target, int pitch)
    {
        if (_scaling is not null)
        {
            _scaling.Copy(_bytes.Span.Slice(start * Width, count * Width), ref target, pitch);
            return;
        }
        ReadOnlySpan<float> source = Numbers.Slice(start * Width, count * Width);
        for (int row = 0; row < count; row++)
            source.Slice(row * Width, Width).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, (nint)row * pitch), Width));
    }

    /// <summary>Copies rows; int32 bit by bit.</summary>
    internal void Gather(ReadOnlySpan<int> rows, ref float target, int pitch)
    {
        if (_scaling is not null)
        {
            ReadOnlySpan<byte> bytes = _bytes.Span;
            for (int i = 0; i < rows.Length; i++)
                _scaling.Copy(bytes.Slice(rows[i] * Width, Width), ref Unsafe.Add(ref target, (nint)i * pitch), pitch);
            return;
        }
        ReadOnlySpan<float> source = Numbers;
        int width = Width;
        nint at = 0;
        foreach (int row in rows)
        {
            source.Slice(row * width, width).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, at), width));
            at += pitch;
        }
    }

    private ReadOnlySpan<float> Numbers => IsInt32 ? MemoryMarshal.Cast<int, float>(_integers.Span) : _floats.Span;
}
