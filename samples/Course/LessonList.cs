using System.Diagnostics;
using System.Globalization;
using Course.Lessons;

namespace Course;

/// <summary>All lessons, in the order in which they are best read.</summary>
internal static class LessonList
{
    public static readonly Lesson[] All = [new LinearRegression(), new FunctionGraphs(), new BatchSizes()];

    /// <summary>Runs a lesson; whether it reached its floor.</summary>
    public static bool Run(Lesson lesson, bool quick, string folder, string? data, TextWriter output)
    {
        string own = Path.Combine(folder, lesson.Name);
        Directory.CreateDirectory(own);
        output.WriteLine($"── {lesson.Name}{(quick ? " (quick)" : "")}: {lesson.Summary}");
        var clock = Stopwatch.StartNew();
        double score = lesson.Run(new(quick, own, data, output)), floor = lesson.Floor(quick);

        // Not a number is below every floor.
        bool reached = score >= floor;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{lesson.Name}: {lesson.Measure} {score:F4}, floor {floor}: {(reached ? "reached" : "NOT REACHED")} in {clock.Elapsed.TotalSeconds:F1} s"));
        return reached;
    }
}
