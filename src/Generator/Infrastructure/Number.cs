using System.Globalization;

namespace StaticNet.Generator.Infrastructure;

/// <summary>Numbers of attributes, which users write in double precision and generated code uses in single precision.</summary>
internal static class Number
{
    /// <summary>The shortest text that reads back as the number, the same in every culture.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Whether a number is finite in single precision.</summary>
    public static bool IsFinite(double value) => !float.IsNaN((float)value) && !float.IsInfinity((float)value);

    /// <summary>Whether a number can be divided by in single precision: it and its reciprocal are finite.</summary>
    public static bool IsDivisor(double value) => IsFinite(value) && (float)value != 0 && IsFinite(1 / value);
}
