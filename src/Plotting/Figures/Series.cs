namespace StaticNet.Plotting;

/// <summary>Points of one curve and what the legend calls it.</summary>
public sealed class Series
{
    /// <param name="name">What the legend calls it.</param>
    /// <param name="y">The values, at 0, 1, 2, … or where the picture has its first.</param>
    public Series(string name, params ReadOnlySpan<double> y)
    {
        ArgumentNullException.ThrowIfNull(name);
        (Name, Y) = (name, y.ToArray());
    }

    /// <param name="name">What the legend calls it.</param>
    /// <param name="y">The values.</param>
    public Series(string name, params ReadOnlySpan<float> y)
        : this(name, Doubles(y))
    {
    }

    /// <param name="name">What the legend calls it.</param>
    /// <param name="x">Where each value is.</param>
    /// <param name="y">The values, as many.</param>
    /// <exception cref="ArgumentException">There are not as many of both.</exception>
    public Series(string name, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
        : this(name, y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"'{name}' has {x.Length} places, but {y.Length} values: pass as many of both.", nameof(x));
        X = x.ToArray();
    }

    /// <param name="name">What the legend calls it.</param>
    /// <param name="x">Where each value is.</param>
    /// <param name="y">The values, as many.</param>
    /// <exception cref="ArgumentException">There are not as many of both.</exception>
    public Series(string name, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
        : this(name, Doubles(x), Doubles(y))
    {
    }

    /// <summary>What the legend calls it.</summary>
    public string Name { get; }

    /// <summary>Where each value is; null for one after the other.</summary>
    public IReadOnlyList<double>? X { get; }

    /// <summary>The values.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>Where each value is, counted from <paramref name="first"/> where it is not said.</summary>
    internal double[] Places(double first = 0) => X is { } x ? [.. x] : [.. Enumerable.Range(0, Y.Count).Select(i => first + i)];

    private static double[] Doubles(ReadOnlySpan<float> values)
    {
        var doubles = new double[values.Length];
        for (int i = 0; i < doubles.Length; i++)
            doubles[i] = values[i];
        return doubles;
    }
}
