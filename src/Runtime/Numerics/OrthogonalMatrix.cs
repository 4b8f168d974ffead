using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Numerics;

/// <summary>
/// A random matrix with orthonormal rows or columns, whichever are fewer: normal vectors, made orthogonal one after the other (Gram and
/// Schmidt), which spreads them evenly over all such matrices (Stewart, 1980).
/// </summary>
/// <remarks>
/// In double precision and in one order: eight sums run side by side whatever the machine's vectors are, and products are rounded before they
/// are added, so that every platform gives the same bits.
/// </remarks>
internal static class OrthogonalMatrix
{
    private const int Lanes = 8;

    // One pass leaves errors of the size of what cancels; after a second they are of the last bits ("twice is enough", Kahan).
    private const int Passes = 2;

    /// <summary>Fills <c>[rows,columns]</c> and multiplies it by <paramref name="scale"/>.</summary>
    public static void Fill(double scale, int rows, int columns, InitialDraws draws, Span<float> values)
    {
        int count = Math.Min(rows, columns), length = Math.Max(rows, columns);
        double[] normal = new double[checked(count * length)];
        draws.FillNormal(normal);

        // Rows of zeros behind the last value change neither products nor norms.
        int pitch = checked((length + Lanes - 1) / Lanes * Lanes);
        double[] vectors = new double[checked(count * pitch)];
        for (int i = 0; i < count; i++)
        {
            Span<double> vector = vectors.AsSpan(i * pitch, pitch);
            normal.AsSpan(i * length, length).CopyTo(vector);
            for (int pass = 0; pass < Passes; pass++)
            {
                for (int j = 0; j < i; j++)
                    Remove(vectors.AsSpan(j * pitch, pitch), vector);
            }
            double norm = Math.Sqrt(Dot(vector, vector));
            foreach (ref double value in vector)
                value /= norm;
        }

        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                values[(row * columns) + column] = (float)(scale * (rows <= columns ? vectors[(row * pitch) + column] : vectors[(column * pitch) + row]));
        }
    }

    // v ← v − (q·v)·q
    private static void Remove(ReadOnlySpan<double> q, Span<double> v)
    {
        var share = Vector512.Create(Dot(q, v));
        ReadOnlySpan<Vector512<double>> from = MemoryMarshal.Cast<double, Vector512<double>>(q);
        Span<Vector512<double>> to = MemoryMarshal.Cast<double, Vector512<double>>(v);
        for (int i = 0; i < to.Length; i++)
            to[i] -= share * from[i];
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector512<double>> x = MemoryMarshal.Cast<double, Vector512<double>>(a), y = MemoryMarshal.Cast<double, Vector512<double>>(b);
        Vector512<double> sums = Vector512<double>.Zero;
        for (int i = 0; i < x.Length; i++)
            sums += x[i] * y[i];
        double total = 0;
        for (int lane = 0; lane < Lanes; lane++)
            total += sums.GetElement(lane);
        return total;
    }
}
