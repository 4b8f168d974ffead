namespace StaticNet;

/// <summary>The ranges of hyper-parameters. NaN lies in none.</summary>
internal static class HyperParameter
{
    /// <summary><c>0 ≤ value &lt; ∞</c>.</summary>
    public static double AtLeastZero(double value, string name) =>
        value >= 0 && (float)value < float.PositiveInfinity ? value : throw Refuse(value, name, "finite and at least 0");

    /// <summary>As <see cref="AtLeastZero"/>, or none.</summary>
    public static double? AtLeastZeroOrNone(double? value, string name) => value is { } given ? AtLeastZero(given, name) : null;

    /// <summary><c>0 ≤ value &lt; 1</c>.</summary>
    public static double Fraction(double value, string name) =>
        value is >= 0 and < 1 ? value : throw Refuse(value, name, "at least 0 and below 1");

    /// <summary><c>10⁻³⁷ ≤ value &lt; ∞</c>: above zero in single precision too, so that 0/(0 + ε) is 0.</summary>
    public static double Positive(double value, string name) =>
        value >= 1e-37 && (float)value < float.PositiveInfinity ? value : throw Refuse(value, name, "finite and at least 1e-37");

    /// <summary>As <see cref="Positive"/>, or none.</summary>
    public static double? PositiveOrNone(double? value, string name) => value is { } given ? Positive(given, name) : null;

    private static ArgumentOutOfRangeException Refuse(double value, string name, string range) =>
        new(name, value, $"{name} must be {range}.");
}
