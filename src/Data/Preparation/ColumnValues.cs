namespace StaticNet.Data;

/// <summary>Columns of samples <c>[n,columns]</c>, one at a time, without what is missing.</summary>
internal static class ColumnValues
{
    /// <summary>The numbers of a column that are not NaN, in order of size.</summary>
    public static double[] Sorted(ReadOnlySpan<float> samples, int columns, int column)
    {
        double[] values = Of(samples, columns, column);
        Array.Sort(values);
        return values;
    }

    /// <summary>The numbers of a column that are not NaN.</summary>
    /// <exception cref="ArgumentException">There are none, or one is infinite.</exception>
    public static double[] Of(ReadOnlySpan<float> samples, int columns, int column)
    {
        var values = new double[samples.Length / columns];
        int count = 0;
        for (int i = column; i < samples.Length; i += columns)
        {
            if (float.IsInfinity(samples[i]))
                throw new ArgumentException($"Column {column} of row {i / columns} is infinite: remove the row, or put a number there.", nameof(samples));
            if (!float.IsNaN(samples[i]))
                values[count++] = samples[i];
        }

        return count > 0
            ? values[..count]
            : throw new ArgumentException($"Column {column} has no number at all: leave the column out.", nameof(samples));
    }

    /// <summary>Checks that there are whole rows, and at least one.</summary>
    public static void Check(int length, int columns, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (length == 0 || length % columns != 0)
            throw new ArgumentException($"{name} has {Plural.Of(length, "number")}, which is no whole number of rows of {columns}: pass at least one row, and whole ones.", name);
    }

    // Between the two nearest in order of size: h = q·(n − 1),  x⌊h⌋ + (h − ⌊h⌋)·(x⌈h⌉ − x⌊h⌋)
    public static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
