using StaticNet.Data;

namespace Course;

/// <summary>The data that several lessons read; the folder <c>data</c> lies beside the program.</summary>
internal static class CourseData
{
    /// <summary>Where Debian's package puts Fashion-MNIST.</summary>
    public const string Clothes = "/usr/share/datasets/fashion-mnist";

    private const int Side = 28;

    // Lessons learn a thousand images by heart and leave some; they show forty of those that they test with.
    private const int LeastTraining = 1100, LeastTest = 100;

    private static readonly string[] ClothesNames = ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"];

    public static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "data", file);

    /// <summary>442 patients: ten measures each, and how far their diabetes went in a year.</summary>
    public static (Table Measures, float[] Progression) Diabetes()
    {
        var format = new CsvFormat { Header = false, Delimiter = " " };
        Table measures = CsvFile.Read(Path("diabetes_data_raw.csv.gz"), format, CsvColumn.Numbers("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"));
        return (measures, CsvFile.Read(Path("diabetes_target.csv.gz"), format, CsvColumn.Number("progression")).Numbers("progression"));
    }

    /// <summary>House prices as scikit-learn has them: a line to pass over, names, then rows of thirteen measures and a price.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or has another number of columns, or too few rows.</exception>
    public static DataSet<float, float> Houses(string file)
    {
        const int Measures = 13, LeastRows = 30;
        Table table = CsvFile.Read(file, new CsvFormat { SkipLines = 1 });
        if (table.Names.Count != Measures + 1)
            throw new InvalidDataException(
                $"'{file}' has {table.Names.Count} columns: expected {Measures} measures and the price. Give boston_house_prices.csv of Debian's python3-sklearn, or a table like it.");
        RequireRows(table, file, LeastRows, "to train, validate and test with");
        return new(table.Matrix([.. table.Names.SkipLast(1)]), table.Numbers(table.Names[^1]), table.Rows);
    }

    /// <summary>A table with at least the columns date and close, the oldest row first.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, is out of order, or has too few rows.</exception>
    public static Table Prices(string file, int leastRows)
    {
        Table table = CsvFile.Read(file, CsvColumn.Date("date"), CsvColumn.Number("close"));
        DateTime[] dates = table.Dates("date");
        int early = Enumerable.Range(1, dates.Length - 1).FirstOrDefault(row => dates[row] <= dates[row - 1]);
        if (early > 0)
            throw new InvalidDataException(
                $"'{file}': {dates[early]:yyyy-MM-dd} comes after {dates[early - 1]:yyyy-MM-dd}, but each row is to be later than the one before. Sort the rows by date, the oldest first.");
        RequireRows(table, file, leastRows, "for its windows and parts to train, validate and test");
        return table;
    }

    private static void RequireRows(Table table, string file, int least, string what)
    {
        if (table.Rows < least)
            throw new InvalidDataException($"'{file}' has {table.Rows} row{(table.Rows == 1 ? "" : "s")}: expected at least {least}, {what}. Give a longer table.");
    }

    /// <summary>
    /// Images of 28×28 pixels in ten classes, to train on and to test with: the clothes of Fashion-MNIST, or where they are not, handwritten digits of 8×8
    /// pixels, enlarged.
    /// </summary>
    public static (LabelledImages Training, LabelledImages Test) Images(Session session)
    {
        if (Directory.Exists(session.Data ?? session.Clothes))
            return (Idx(session.Data ?? session.Clothes, "train", LeastTraining), Idx(session.Data ?? session.Clothes, "t10k", LeastTest));
        session.Say($"No Fashion-MNIST in {session.Clothes}: apt-get install dataset-fashion-mnist, or --data FOLDER with its four files. Taking 1,797 digits instead.");
        session.HasOtherData = true;
        return Digits();
    }

    private static LabelledImages Idx(string folder, string part, int least)
    {
        IdxFile images = IdxFile.Read(folder, $"{part}-images-idx3-ubyte", 3), labels = IdxFile.Read(folder, $"{part}-labels-idx1-ubyte", 1);
        if (images.Extents is not [var count, Side, Side] || count < least || labels.Extents[0] != count || labels.Elements.Max() >= ClothesNames.Length)
            throw new InvalidDataException(
                $"'{folder}': {part} has images [{string.Join(",", images.Extents)}] and {labels.Extents[0]} labels up to {labels.Elements.Max()}, but at least {least} of [{Side},{Side}] are expected, "
                + $"with as many labels from 0 to {ClothesNames.Length - 1}. Give the four files of Fashion-MNIST, or of images like them.");
        return new(images.Elements, [.. labels.Elements.Select(label => (int)label)], ClothesNames, new(1, Side, Side));
    }

    private static (LabelledImages Training, LabelledImages Test) Digits()
    {
        string[] names = [.. Enumerable.Range(0, 64).Select(i => $"p{i}"), "digit"];
        Table table = CsvFile.Read(Path("digits.csv.gz"), new CsvFormat { Header = false }, [.. names.Select(CsvColumn.Integer)]);
        int[] labels = table.Integers("digit");
        DataSplit split = DataSplit.Stratified(labels, test: 0.2, seed: 1);
        return (Of(split.Training), Of(split.Test));

        // Ink goes from 0 to 16.
        LabelledImages Of(int[] rows) => new(
            [.. rows.SelectMany(row => ImageResize.Of([.. names[..64].Select(name => (byte)Math.Min(255, 16 * table.Integers(name)[row]))], new(1, 8, 8), new(1, Side, Side)))],
            [.. rows.Select(row => labels[row])], [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")], new(1, Side, Side));
    }
}
