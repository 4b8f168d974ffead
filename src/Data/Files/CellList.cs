using System.Globalization;

namespace StaticNet.Data;

/// <summary>The cells of one column, as they are read.</summary>
internal abstract class CellList
{
    /// <summary>What a cell is expected to be.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether the cell is what is expected; if so, it is kept.</summary>
    public abstract bool Add(string cell);

    public abstract Array ToArray();

    public static CellList Of(CsvColumn column, CsvFormat format) => column.Kind switch
    {
        CellKind.Number => new Parsed<float>(
            "a number with a decimal point",
            (string cell, out float value) => (column.MayBeMissing && Missing(cell, format, out value))
                || (float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value))),
        CellKind.Integer => new Parsed<int>(
            "a whole number", (string cell, out int value) => int.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out value)),
        CellKind.Date => new Parsed<DateTime>(
            $"a date as {column.DateFormat}",
            (string cell, out DateTime value) => DateTime.TryParseExact(cell.Trim(), column.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)),
        _ => new Parsed<string>("text", (string cell, out string value) =>
        {
            value = cell;
            return true;
        }),
    };

    private static bool Missing(string cell, CsvFormat format, out float value)
    {
        value = float.NaN;
        return format.Missing.Contains(cell.Trim());
    }

    private delegate bool TryParse<T>(string cell, out T value);

    private sealed class Parsed<T>(string expected, TryParse<T> parse) : CellList
    {
        private readonly List<T> _values = [];

        public override string Expected => expected;

        public override bool Add(string cell)
        {
            if (!parse(cell, out T value))
                return false;
            _values.Add(value);
            return true;
        }

        public override Array ToArray() => _values.ToArray();
    }
}
