using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>Rows between a caller's span, where they follow one another, and an arena, where each is padded with zeros.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rows
{
    /// <summary>Copies rows into the arena and clears their padding.</summary>
    public static void Pad(ref readonly float source, ref float target, int rows, int columns, int pitch)
    {
        Copy(in source, columns, ref target, pitch, rows, columns);
        ClearPadding(ref target, rows, columns, pitch);
    }

    /// <summary>Copies rows out of the arena, without their padding.</summary>
    public static void Unpad(ref readonly float source, ref float target, int rows, int columns, int pitch) =>
        Copy(in source, pitch, ref target, columns, rows, columns);

    /// <summary>Writes the weights of samples: those given, or 1 for each.</summary>
    /// <exception cref="ArgumentException">One is not finite.</exception>
    public static void Weights(ReadOnlySpan<float> weights, ref float target, int batch)
    {
        Check.Finite(weights, "sampleWeights");
        Span<float> rows = MemoryMarshal.CreateSpan(ref target, batch);
        if (weights.IsEmpty)
            rows.Fill(1);
        else
            weights.CopyTo(rows);
    }

    /// <summary>Sets the padding of rows to zero.</summary>
    public static void ClearPadding(ref float target, int rows, int columns, int pitch)
    {
        if (pitch == columns)
            return;
        for (nint row = 0; row < rows; row++)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, row * pitch + columns), pitch - columns).Clear();
    }

    /// <summary>Writes or adds a row of floats.</summary>
    public static void AddTo(ref readonly float source, ref float target, int count, bool accumulate)
    {
        ReadOnlySpan<float> from = MemoryMarshal.CreateReadOnlySpan(in source, count);
        Span<float> to = MemoryMarshal.CreateSpan(ref target, count);
        if (!accumulate)
        {
            from.CopyTo(to);
            return;
        }

        for (int i = 0; i < count; i++)
            to[i] += from[i];
    }

    private static void Copy(ref readonly float source, int sourcePitch, ref float target, int targetPitch, int rows, int columns)
    {
        if (sourcePitch == columns && targetPitch == columns)
            (rows, columns) = (1, rows * columns);
        for (nint row = 0; row < rows; row++)
        {
            MemoryMarshal.CreateReadOnlySpan(in Unsafe.Add(ref Unsafe.AsRef(in source), row * sourcePitch), columns)
                .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, row * targetPitch), columns));
        }
    }

    /// <summary>As above, from one order of axes to another: axis <c>i</c> has <c>extents[i]</c> elements, <c>from[i]</c> and <c>to[i]</c> floats apart.</summary>
    public static void AddTo(
        ref readonly float source, ref float target, ReadOnlySpan<int> extents, ReadOnlySpan<int> from, ReadOnlySpan<int> to, bool accumulate)
    {
        if (extents.IsEmpty)
        {
            target = accumulate ? target + source : source;
            return;
        }

        ref float first = ref Unsafe.AsRef(in source);
        for (int i = 0; i < extents[0]; i++)
            AddTo(in Unsafe.Add(ref first, i * from[0]), ref Unsafe.Add(ref target, i * to[0]), extents[1..], from[1..], to[1..], accumulate);
    }
}
