using System.IO.Compression;
using System.Text;

namespace StaticNet.Data.Tests.Files;

public sealed class CsvFileTests : IDisposable
{
    private const string Weather = """
        day,town,degrees,rainy
        2026-01-31,"Berlin, Mitte",-1.5,1
        2026-02-01,Rome,12e0,0
        2026-02-02,"the ""eternal"" city",,1
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Columns_have_their_types()
    {
        Table table = Read(Weather, CsvColumn.Integer("rainy"), CsvColumn.Number("degrees", mayBeMissing: true), CsvColumn.Text("town"), CsvColumn.Date("day"));
        Assert.Equal(3, table.Rows);
        Assert.Equal(["rainy", "degrees", "town", "day"], table.Names);
        Assert.Equal([1, 0, 1], table.Integers("rainy"));
        Assert.Equal([-1.5f, 12, float.NaN], table.Numbers("degrees"));
        Assert.Equal(["Berlin, Mitte", "Rome", "the \"eternal\" city"], table.Texts("town"));
        Assert.Equal(new DateTime(2026, 2, 2), table.Dates("day")[2]);
    }

    [Fact]
    public void Without_columns_all_are_numbers_and_a_matrix_has_rows()
    {
        Table table = Read("a,b,c\n1,2,3\n4,5,6\n");
        Assert.Equal([1, 2, 3, 4, 5, 6], table.Matrix());
        Assert.Equal([3, 1, 6, 4], table.Matrix("c", "a"));
    }

    [Fact]
    public void Without_a_header_columns_go_by_their_order()
    {
        var format = new CsvFormat { Header = false, SkipLines = 1, Delimiter = ";" };
        Table table = CsvFile.Read(new StringReader("150;4;a title\n1;x\n2;y\n"), "t", format, CsvColumn.Number("n"), CsvColumn.Text("letter"));
        Assert.Equal([1, 2], table.Numbers("n"));
        Assert.Equal(["x", "y"], table.Texts("letter"));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("||")]
    public void Anything_may_stand_between_cells(string delimiter)
    {
        var format = new CsvFormat { Header = false, Delimiter = delimiter };
        Table table = CsvFile.Read(new StringReader($"59{delimiter}2.5\n48{delimiter}1\n"), "t", format, CsvColumn.Numbers("a", "b"));
        Assert.Equal([59, 2.5f, 48, 1], table.Matrix());
    }

    [Theory]
    [InlineData("plain.csv")]
    [InlineData("packed.csv.gz")]
    public void Files_are_read(string name)
    {
        string path = Path.Combine(_folder, name);
        using (Stream file = File.Create(path))
        using (Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file)
            stream.Write(Encoding.UTF8.GetBytes("ä,b\r\n1,2\r\n"));
        Assert.Equal([1], CsvFile.Read(path, CsvColumn.Number("ä")).Numbers("ä"));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "'t', line 3: expected 2 cells, as the header has, but got 1. Add or remove a ','")]
    [InlineData("a,b\n1,2\n3,4,5\n", "'t', line 3: expected 2 cells, as the header has, but got 3.")]
    [InlineData("a,b\n\"1\n2\",2\n", "'t', line 3, column 1 ('a'): expected a number with a decimal point, but got '1\n2'.")]
    [InlineData("a,b\n1,2\n3,four\n", "'t', line 3, column 2 ('b'): expected a number with a decimal point, but got 'four'. Correct the cell, or read the column with CsvColumn.Text(\"b\").")]
    [InlineData("a,b\n1,\n", "'t', line 2, column 2 ('b'): expected a number with a decimal point, but got ''. Fill the cell, or read the column with CsvColumn.Number(\"b\", mayBeMissing: true) and fit an Imputer.")]
    [InlineData("a,b\n1,\"2,5\"\n", "but got '2,5'")]
    [InlineData("a,b\n1,inf\n", "but got 'inf'")]
    [InlineData("a,b\n1,x\"y\"\n", "'t', line 2: a double quote stands within a cell")]
    [InlineData("a,c\n1,2\n", "'t' has no column 'b': did you mean 'a'? It has 'a', 'c'.")]
    [InlineData("a;b\n1;2\n", "It has 'a;b'. Where cells are separated by ';', pass new CsvFormat { Delimiter = \";\" }.")]
    [InlineData("a,b\n1,2\n3,\"4\n5,6\n7,8\n", ": the file ends within a cell that a double quote opened, '4 5,6 7,8'. Close the quote.")]
    [InlineData("a,b,b\n1,2,3\n", "'t' has several columns 'b'")]
    [InlineData("a,b\n", "'t' has no rows")]
    [InlineData("", "'t' is empty")]
    public void Bad_tables_are_told(string text, string message) =>
        Refusal.Of<InvalidDataException>(message, () => Read(text, CsvColumn.Number("a"), CsvColumn.Number("b")));

    [Fact]
    public void Bad_integers_and_dates_are_told()
    {
        Refusal.Of<InvalidDataException>("column 1 ('a'): expected a whole number, but got '1.5'", () => Read("a\n1.5\n", CsvColumn.Integer("a")));
        Refusal.Of<InvalidDataException>("expected a date as yyyyMMdd, but got '1958-03-29'", () => Read("a\n1958-03-29\n", CsvColumn.Date("a", "yyyyMMdd")));
    }

    [Fact]
    public void Lines_that_are_passed_over_count() => Refusal.Of<InvalidDataException>("line 4, column 1", () =>
        CsvFile.Read(new StringReader("title\nmore\na\nx\n"), "t", new CsvFormat { SkipLines = 2 }, CsvColumn.Number("a")));

    [Fact]
    public void Files_that_do_not_open_are_told()
    {
        string missing = Path.Combine(_folder, "missing.csv");
        Refusal.Of<InvalidDataException>($"Cannot read '{missing}': there is no such file. Correct the path.", () => CsvFile.Read(missing));
        Refusal.Of<InvalidDataException>("Cannot read 'no/such.csv': there is no such file in '", () => CsvFile.Read("no/such.csv"));
        Refusal.Of<InvalidDataException>("it is a folder", () => CsvFile.Read(_folder));
        string plain = Path.Combine(_folder, "plain.gz");
        File.WriteAllText(plain, "a,b\n");
        Refusal.Of<InvalidDataException>("is not compressed as .gz", () => CsvFile.Read(plain));
    }

    [Fact]
    public void Compressed_files_that_are_damaged_are_told()
    {
        byte[] text = Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i},{i * 7919 % 10007}\n"))), packed = Packed(text);
        string path = Path.Combine(_folder, "table.csv.gz");

        // Some bytes are others.
        byte[] changed = [.. packed];
        changed.AsSpan(packed.Length / 2, 40).Reverse();
        File.WriteAllBytes(path, changed);
        Refusal.Of<InvalidDataException>($"'{path}' is damaged (", () => CsvFile.Read(path));

        // The end is missing, be it of what follows the data alone; or it goes on with another file.
        foreach (byte[] bytes in new[] { packed[..(packed.Length / 2)], packed[..^1], packed[..^8], [.. packed, .. Packed([1, 2, 3])] })
        {
            File.WriteAllBytes(path, bytes);
            Refusal.Of<InvalidDataException>($"'{path}' ends early, or is several compressed files in one: copy it again, or decompress it.", () => CsvFile.Read(path));
        }

        byte[] digits = Packed([0, 0, 8, 1, 0, 0, 0x4E, 0x20, .. Enumerable.Range(0, 20000).Select(i => (byte)(i * 7919 % 251))]);
        File.WriteAllBytes(Path.Combine(_folder, "digits.gz"), digits[..(digits.Length / 2)]);
        Refusal.Of<InvalidDataException>("digits.gz' ends early, ", () => IdxFile.Read(_folder, "digits", 1));

        static byte[] Packed(byte[] bytes)
        {
            using var memory = new MemoryStream();
            using (var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true))
                gzip.Write(bytes);
            return memory.ToArray();
        }
    }

    [Fact]
    public void Columns_that_were_not_read_are_told()
    {
        Table table = Read(Weather, CsvColumn.Text("town"), CsvColumn.Integer("rainy"));
        Refusal.Of<ArgumentException>("No column 'Town' of 't' was read. Did you mean 'town'?", () => table.Texts("Town"));
        Refusal.Of<ArgumentException>("Column 'rainy' of 't' was not read by CsvColumn.Number", () => table.Numbers("rainy"));
    }

    private static Table Read(string text, params CsvColumn[] columns) => CsvFile.Read(new StringReader(text), "t", new CsvFormat(), columns);
}
