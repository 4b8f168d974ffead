namespace StaticNet.Data;

/// <summary>How a file of comma-separated values is written; by default as RFC 4180 has it, with a line of names.</summary>
public sealed record CsvFormat
{
    /// <summary>What stands between cells.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>Whether the first line has the columns' names. Without them, the columns to read are all columns of the file, in order.</summary>
    public bool Header { get; init; } = true;

    /// <summary>Lines above the header or the data that are passed over.</summary>
    public int SkipLines { get; init; }

    /// <summary>Cells, spaces taken off, that stand for a number that is not there.</summary>
    public IReadOnlyCollection<string> Missing { get; init; } = ["", "NA", "N/A", "NaN", "nan", "null", "?"];
}
