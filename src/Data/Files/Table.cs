namespace StaticNet.Data;

/// <summary>Columns of equal length, each of one type.</summary>
public sealed class Table
{
    private readonly string _source;
    private readonly KeyValuePair<string, Array>[] _columns;

    internal Table(string source, int rows, KeyValuePair<string, Array>[] columns) => (_source, Rows, _columns) = (source, rows, columns);

    /// <summary>Lines of data.</summary>
    public int Rows { get; }

    /// <summary>The columns' names, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> Names => [.. _columns.Select(column => column.Key)];

    /// <summary>A column of <see cref="CsvColumn.Number"/>; NaN where a number is missing.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it holds something else.</exception>
    public float[] Numbers(string name) => Column<float>(name, nameof(CsvColumn.Number));

    /// <summary>A column of <see cref="CsvColumn.Integer"/>.</summary>
    /// <inheritdoc cref="Numbers"/>
    public int[] Integers(string name) => Column<int>(name, nameof(CsvColumn.Integer));

    /// <summary>A column of <see cref="CsvColumn.Text"/>.</summary>
    /// <inheritdoc cref="Numbers"/>
    public string[] Texts(string name) => Column<string>(name, nameof(CsvColumn.Text));

    /// <summary>A column of <see cref="CsvColumn.Date"/>.</summary>
    /// <inheritdoc cref="Numbers"/>
    public DateTime[] Dates(string name) => Column<DateTime>(name, nameof(CsvColumn.Date));

    /// <summary>Columns of numbers as samples <c>[rows,names]</c>, row by row; without names, all columns of numbers.</summary>
    /// <inheritdoc cref="Numbers"/>
    public float[] Matrix(params ReadOnlySpan<string> names)
    {
        float[][] columns = names.IsEmpty ? [.. _columns.Select(column => column.Value).OfType<float[]>()] : new float[names.Length][];
        for (int c = 0; c < names.Length; c++)
            columns[c] = Numbers(names[c]);
        var matrix = new float[Rows * columns.Length];
        for (int row = 0; row < Rows; row++)
        {
            for (int c = 0; c < columns.Length; c++)
                matrix[row * columns.Length + c] = columns[c][row];
        }

        return matrix;
    }

    private T[] Column<T>(string name, string kind)
    {
        foreach ((string key, Array values) in _columns)
        {
            if (key == name)
                return values as T[] ?? throw new ArgumentException($"Column '{name}' of '{_source}' was not read by CsvColumn.{kind}: read it so, or ask for {values.GetType().GetElementType()!.Name}.", nameof(name));
        }

        string near = NearestName.Of(name, Names) is { } other ? $" Did you mean '{other}'?" : "";
        throw new ArgumentException($"No column '{name}' of '{_source}' was read.{near} There is {string.Join(", ", Names.Select(one => $"'{one}'"))}.", nameof(name));
    }
}
