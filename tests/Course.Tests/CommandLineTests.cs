using Course;

namespace StaticNet.Course.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_list_has_a_line_a_lesson_and_nothing_else()
    {
        (int status, string output, _) = Run("--list");
        Assert.Equal(0, status);
        Assert.Equal(LessonList.All.Select(lesson => lesson.Name), output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
        Assert.All(output.TrimEnd().Split('\n').Zip(LessonList.All), pair => Assert.EndsWith(pair.Second.Summary, pair.First.TrimEnd()));
        Assert.Equal(LessonList.All.Length, LessonList.All.Select(lesson => lesson.Name).Distinct().Count());
    }

    [Fact]
    public void A_lesson_prints_its_score_and_its_floor_and_draws()
    {
        (int status, string output, _) = Run("linear-regression", "--quick", "--output", _folder);
        string[] lines = output.TrimEnd().Split('\n');
        Assert.Equal(0, status);
        Assert.StartsWith("── linear-regression (quick): ", lines[0]);
        Assert.Matches(@"^linear-regression: R² 0\.34\d\d, quick floor 0\.343: reached \(full floor 0\.3439\) in \d+\.\d s$", lines[^1].TrimEnd());
        Assert.Equal(["descent.png", "fits.png"], Directory.GetFiles(Path.Combine(_folder, "linear-regression")).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("Name one lesson, or give --all, or --list")]
    [InlineData("Name one lesson, or give --all, or --list", "linear-regression", "--all")]
    [InlineData("There is no lesson 'linear'. There is linear-regression, ", "linear")]
    [InlineData("--data does not accept 'missing': there is no such file or folder.", "linear-regression", "--data", "missing")]
    [InlineData("There is no option '--fast'", "--all", "--fast")]
    [InlineData("--data is for one of these lessons: regression, forecast (a file), first-mlp, ", "iris", "--data", ".")]
    [InlineData("--data is for one of these lessons: regression, forecast (a file), first-mlp, ", "--all", "--data", ".")]
    [InlineData("--data does not accept '.' for forecast: it is a folder. Give a file.", "forecast", "--data", ".")]
    public void Bad_lines_are_refused_with_what_is_accepted(string message, params string[] line)
    {
        (int status, _, string error) = Run(line);
        Assert.Equal(1, status);
        Assert.Contains(message, error);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_one_line()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        (int status, _, string error) = Run("iris", "--quick", "--output", file);
        Assert.Equal(1, status);
        Assert.StartsWith($"Cannot make the folder '{Path.Combine(file, "iris")}' for pictures and models (", error);
        Assert.EndsWith("): give --output a folder that you may write to.", error.TrimEnd());
    }

    [Fact]
    public void A_floor_that_is_not_reached_is_an_error()
    {
        var output = new StringWriter();
        Assert.False(LessonList.Run(new Failing(double.NaN), quick: true, _folder, data: null, output));
        Assert.False(LessonList.Run(new Failing(0.4), quick: true, _folder, data: null, output));
        Assert.True(LessonList.Run(new Failing(0.5), quick: true, _folder, data: null, output));
        Assert.False(LessonList.Run(new Failing(0.5), quick: false, _folder, data: null, output));
        Assert.True(LessonList.Run(new Failing(0.4), quick: true, _folder, data: _folder, output));
        Assert.True(LessonList.Run(new Failing(0.4) { Digits = true }, quick: true, _folder, data: null, output));
        Assert.Contains("failing: share 0.5000, full floor 0.9: NOT REACHED (quick floor 0.5) in", output.ToString());
        Assert.Contains("failing: share 0.4000, no floor with other data in", output.ToString());
        Assert.Contains("failing: share 0.4000, quick floor 0.5: NOT REACHED (full floor 0.9) in", output.ToString());
    }

    private static (int Status, string Output, string Error) Run(params string[] line)
    {
        StringWriter output = new(), error = new();
        int status = CommandLine.Run(line, output, error);
        return (status, output.ToString(), error.ToString());
    }

    private sealed class Failing(double score) : Lesson("failing", "a lesson", "share", quick: 0.5, full: 0.9)
    {
        public bool Digits { get; init; }

        // As where Fashion-MNIST is missing.
        public override double Run(Session session)
        {
            session.HasOtherData |= Digits;
            return score;
        }
    }
}
