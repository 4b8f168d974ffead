namespace StaticNet.Data;

/// <summary>A column to read from a file: its name and what its cells are.</summary>
public sealed record CsvColumn
{
    private CsvColumn(string name, CellKind kind) => (Name, Kind) = (name, kind);

    /// <summary>The name in the file's header; without a header, the name that the column gets.</summary>
    public string Name { get; }

    internal CellKind Kind { get; }

    /// <summary>Whether cells without a number become NaN; otherwise they are an error.</summary>
    internal bool MayBeMissing { get; private init; }

    internal string? DateFormat { get; private init; }

    /// <summary>Numbers, with a point: <c>float</c>.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="mayBeMissing">Whether a cell may lack its number, which is NaN then: see <see cref="Imputer"/>.</param>
    public static CsvColumn Number(string name, bool mayBeMissing = false) => new(Checked(name), CellKind.Number) { MayBeMissing = mayBeMissing };

    /// <summary>Whole numbers, such as class indices: <c>int</c>.</summary>
    public static CsvColumn Integer(string name) => new(Checked(name), CellKind.Integer);

    /// <summary>Text as it is, such as names of classes: <c>string</c>.</summary>
    public static CsvColumn Text(string name) => new(Checked(name), CellKind.Text);

    /// <summary>Dates.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="format">As .NET writes them: <c>yyyyMMdd</c>.</param>
    public static CsvColumn Date(string name, string format = "yyyy-MM-dd")
    {
        ArgumentException.ThrowIfNullOrEmpty(format);
        return new(Checked(name), CellKind.Date) { DateFormat = format };
    }

    /// <summary>Several columns of numbers.</summary>
    public static CsvColumn[] Numbers(params ReadOnlySpan<string> names)
    {
        var columns = new CsvColumn[names.Length];
        for (int i = 0; i < names.Length; i++)
            columns[i] = Number(names[i]);
        return columns;
    }

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }
}
