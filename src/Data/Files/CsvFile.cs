using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace StaticNet.Data;

/// <summary>Reads files of comma-separated values, plain or with the ending <c>.gz</c>, column by column and each as what it is said to be.</summary>
public static class CsvFile
{
    /// <summary>Reads some columns of a file with a header; without any named, all of them as numbers.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is not there, lacks a column, or a line has too few or too many cells or a cell that is not what its column is said to be. The
    /// message tells line and column, what was expected, what came and what to do.
    /// </exception>
    public static Table Read(string path, params ReadOnlySpan<CsvColumn> columns) => Read(path, new CsvFormat(), columns);

    /// <inheritdoc cref="Read(string, ReadOnlySpan{CsvColumn})"/>
    public static Table Read(string path, CsvFormat format, params ReadOnlySpan<CsvColumn> columns)
    {
        using var text = new StreamReader(DataFile.Open(path));
        return Read(text, path, format, columns);
    }

    /// <summary>Reads columns of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="columns">The columns to read; with a header none means all, as numbers.</param>
    /// <exception cref="InvalidDataException">See <see cref="Read(string, ReadOnlySpan{CsvColumn})"/>.</exception>
    public static Table Read(TextReader text, string name, CsvFormat format, params ReadOnlySpan<CsvColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(format);
        for (int i = 0; i < format.SkipLines; i++)
        {
            if (text.ReadLine() is null)
                throw new InvalidDataException($"'{name}' has {i} lines, but {format.SkipLines} are to be passed over: lower SkipLines.");
        }

        using var parser = new CsvParser(text, Configuration(name, format), leaveOpen: true);
        string[]? header = null;
        if (format.Header)
        {
            if (!parser.Read())
                throw new InvalidDataException($"'{name}' is empty: expected a line with the columns' names.");
            header = parser.Record!;
            if (columns.IsEmpty)
                columns = CsvColumn.Numbers(header);
        }
        else if (columns.IsEmpty)
        {
            throw new ArgumentException("Without a header, say which columns the file has: pass a CsvColumn for each.", nameof(columns));
        }

        return Rows(parser, name, format, header, [.. columns]);
    }

    private static Table Rows(CsvParser parser, string name, CsvFormat format, string[]? header, CsvColumn[] columns)
    {
        int[] places = [.. columns.Select((column, i) => header is null ? i : Place(name, header, column.Name))];
        CellList[] cells = [.. columns.Select(column => CellList.Of(column, format))];
        int width = header?.Length ?? columns.Length, rows = 0;
        while (parser.Read())
        {
            string[] record = parser.Record!;
            int line = parser.RawRow + format.SkipLines;
            if (record.Length != width)
                throw new InvalidDataException(
                    $"'{name}', line {line}: expected {Plural.Of(width, "cell")}, as {(header is null ? "there are columns" : "the header has")}, but got {record.Length}. "
                    + $"Add or remove a '{format.Delimiter}', or put a text that contains one in double quotes.");
            for (int i = 0; i < columns.Length; i++)
            {
                string cell = record[places[i]];
                if (!cells[i].Add(cell))
                    throw new InvalidDataException(
                        $"'{name}', line {line}, column {places[i] + 1} ('{columns[i].Name}'): expected {cells[i].Expected}, but got '{cell}'. {Mend(columns[i], cell, format)}");
            }

            rows++;
        }

        if (rows == 0)
            throw new InvalidDataException($"'{name}' has no rows: expected at least one line of data.");
        return new(name, rows, [.. columns.Zip(cells, (column, list) => KeyValuePair.Create(column.Name, list.ToArray()))]);
    }

    private static string Beginning(string cell)
    {
        const int Shown = 20;
        string line = cell.Trim('"').TrimEnd().ReplaceLineEndings(" ");
        return line.Length > Shown ? $"{line[..Shown]}…" : line;
    }

    private static string Mend(CsvColumn column, string cell, CsvFormat format) => column.Kind switch
    {
        CellKind.Number when format.Missing.Contains(cell.Trim()) =>
            $"Fill the cell, or read the column with CsvColumn.Number(\"{column.Name}\", mayBeMissing: true) and fit an Imputer.",
        CellKind.Number or CellKind.Integer => $"Correct the cell, or read the column with CsvColumn.Text(\"{column.Name}\").",
        _ => $"Correct the cell, or give the format that it has: CsvColumn.Date(\"{column.Name}\", format: …).",
    };

    private static int Place(string name, string[] header, string column)
    {
        int place = Array.IndexOf(header, column);
        if (place < 0)
            throw new InvalidDataException(
                $"'{name}' has no column '{column}'{(NearestName.Of(column, header) is { } near ? $": did you mean '{near}'?" : ".")} It has {string.Join(", ", header.Select(one => $"'{one}'"))}."
                + (header is [{ } only] && only.Contains(';') ? " Where cells are separated by ';', pass new CsvFormat { Delimiter = \";\" }." : ""));
        return Array.IndexOf(header, column, place + 1) < 0
            ? place
            : throw new InvalidDataException($"'{name}' has several columns '{column}': rename all but one.");
    }

    private static CsvConfiguration Configuration(string name, CsvFormat format) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = format.Delimiter,
        HasHeaderRecord = false,

        // Cells are trimmed nowhere, so that a space may stand between them.
        WhiteSpaceChars = [],

        // A cell that a quote opens goes on, whatever lines follow, to one that closes it, or to the end of the file.
        BadDataFound = bad => throw new InvalidDataException($"'{name}', line {bad.Context.Parser!.RawRow + format.SkipLines}: " + (bad.Field.StartsWith('"') && bad.Field.AsSpan().Count('"') % 2 != 0
            ? $"the file ends within a cell that a double quote opened, '{Beginning(bad.Field)}'. Close the quote."
            : $"a double quote stands within a cell, in '{bad.Field.Trim()}'. Put the cell in quotes, and write \"\" for one inside.")),
    };
}
