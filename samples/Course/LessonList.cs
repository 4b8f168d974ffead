using System.Diagnostics;
using System.Globalization;
using Course.Lessons;

namespace Course;

/// <summary>All lessons, in the order in which they are best read.</summary>
internal static class LessonList
{
    public static readonly Lesson[] All =
    [
        new LinearRegression(), new FunctionGraphs(), new FirstMlp(), new BatchSizes(), new Iris(), new Regression(), new Binary(), new Vanishing(), new Overfitting(), new Schedules(),
        new Cnn(), new Transfer(), new Architectures(), new Text(), new Forecast(), new Dcgan(), new Transformer(), new OnDevice(),
    ];

    /// <summary>Runs a lesson; whether it reached its floor.</summary>
    public static bool Run(Lesson lesson, bool quick, string folder, string? data, TextWriter output)
    {
        string place = MakeFolder(Path.Combine(folder, lesson.Name));
        output.WriteLine($"── {lesson.Name}{(quick ? " (quick)" : "")}: {lesson.Summary}");
        var session = new Session(quick, place, data, output);
        var clock = Stopwatch.StartNew();
        double score = lesson.Run(session), floor = lesson.Floor(quick);

        // Not a number is below every floor. Other data may be of any difficulty.
        bool reached = score >= floor;
        (string own, string other) = quick ? ("quick", "full") : ("full", "quick");
        string verdict = string.Create(CultureInfo.InvariantCulture, $"{own} floor {floor}: {(reached ? "reached" : "NOT REACHED")} ({other} floor {lesson.Floor(!quick)})");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{lesson.Name}: {lesson.Measure} {score:F4}, {(session.HasOtherData ? "no floor with other data" : verdict)} in {clock.Elapsed.TotalSeconds:F1} s"));
        return reached || session.HasOtherData;
    }

    private static string MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Cannot make the folder '{path}' for pictures and models ({e.Message.TrimEnd('.')}): give --output a folder that you may write to.", e);
        }
    }
}
