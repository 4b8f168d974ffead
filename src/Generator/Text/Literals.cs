using System.Globalization;
using System.Text;

namespace StaticNet.Generator.Text;

/// <summary>C# literals that read back as the same value, and amounts as people read them; the same text in every culture.</summary>
internal static class Literals
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(float value)
    {
        if (float.IsNaN(value))
            return "float.NaN";
        if (float.IsInfinity(value))
            return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        if (value == 0)
            return BitConverter.DoubleToInt64Bits(value) == 0 ? "0f" : "-0f";
        string text = value.ToString("R", CultureInfo.InvariantCulture);

        // .NET Framework's shortest text does not always read back.
        if (float.Parse(text, CultureInfo.InvariantCulture) != value)
            text = value.ToString("G9", CultureInfo.InvariantCulture);
        return text.Replace('E', 'e') + "f";
    }

    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        if (value == 0)
            return BitConverter.DoubleToInt64Bits(value) == 0 ? "0d" : "-0d";
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        return text.Replace('E', 'e') + "d";
    }

    public static string Of(string value) => Quoted(value, '"');

    public static string Of(char value) => Quoted(value.ToString(), '\'');

    /// <summary>An amount of memory in thousands: <c>401.4 KB</c>.</summary>
    public static string Bytes(long count) => Amount(count, "B", ["KB", "MB", "GB", "TB"]);

    /// <summary>A number of floating-point operations: <c>200.7 kFLOP</c>.</summary>
    public static string Flops(long count) => Amount(count, "FLOP", ["kFLOP", "MFLOP", "GFLOP", "TFLOP"]);

    /// <summary>A count with its thousands apart: <c>100,352</c>.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Amount(long count, string unit, string[] larger)
    {
        double amount = count;
        int step = -1;

        // 999.95 would print as 1000.0: the next unit takes over where one decimal rounds up to it.
        while (Math.Abs(amount) >= (step < 0 ? 1000 : 999.95) && step + 1 < larger.Length)
        {
            amount /= 1000;
            step++;
        }

        return step < 0 ? $"{Of((int)count)} {unit}" : $"{amount.ToString("0.0", CultureInfo.InvariantCulture)} {larger[step]}";
    }

    private static string Quoted(string value, char quote)
    {
        var text = new StringBuilder().Append(quote);
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            bool pair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (pair)
                text.Append(c).Append(value[++i]);
            else if (c == quote || c == '\\')
                text.Append('\\').Append(c);
            else if (c == '\n')
                text.Append("\\n");
            else if (c == '\r')
                text.Append("\\r");
            else if (c == '\t')
                text.Append("\\t");
            else if (c == '\0')
                text.Append("\\0");
            else if (IsPrintable(c))
                text.Append(c);
            else
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return text.Append(quote).ToString();
    }

    private static bool IsPrintable(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
