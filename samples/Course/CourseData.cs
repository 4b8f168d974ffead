using StaticNet.Data;

namespace Course;

/// <summary>The data that several lessons read; the folder <c>data</c> lies beside the program.</summary>
internal static class CourseData
{
    public static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "data", file);

    /// <summary>442 patients: ten measures each, and how far their diabetes went in a year.</summary>
    public static (Table Measures, float[] Progression) Diabetes()
    {
        var format = new CsvFormat { Header = false, Delimiter = " " };
        Table measures = CsvFile.Read(Path("diabetes_data_raw.csv.gz"), format, CsvColumn.Numbers("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"));
        return (measures, CsvFile.Read(Path("diabetes_target.csv.gz"), format, CsvColumn.Number("progression")).Numbers("progression"));
    }
}
