using Course;

namespace StaticNet.Course.Tests;

/// <summary>Lessons on other data than their own, and without what they need.</summary>
public sealed class OtherDataTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    private string Output => Path.Combine(_files.Folder, "output");

    [Fact]
    public void Prices_are_foretold()
    {
        string[] lines = Ran("forecast", _files.Prices(300));
        Assert.Matches(@"^\d+ windows of 50 to train on, \d+ to validate, \d+ to test$", lines[1].TrimEnd());
        Assert.Contains(lines, line => line.StartsWith("root mean squared error ", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(Output, "forecast", "forecast.png")));
    }

    [Fact]
    public void Houses_are_valued()
    {
        string[] lines = Ran("regression", _files.Houses(60));
        Assert.Contains(lines, line => line.StartsWith("36 rows tested: R² ", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(Output, "regression", "predictions.png")));
    }

    [Theory]
    [InlineData("first-mlp")]
    [InlineData("schedules")]
    [InlineData("vanishing")]
    public void Images_of_a_folder_are_learned(string lesson) => Ran(lesson, _files.Images(1100, 100));

    [Fact]
    public void Files_that_are_too_short_are_one_line()
    {
        Refused("has 80 rows: expected at least 81, for its windows and parts to train, validate and test. Give a longer table.", "forecast", _files.Prices(80));
        Ran("forecast", _files.Prices(81));
        Refused("has 29 rows: expected at least 30, to train, validate and test with. Give a longer table.", "regression", _files.Houses(29));
        Ran("regression", _files.Houses(30));
    }

    [Fact]
    public void Files_that_are_another_table_are_one_line()
    {
        Refused("has 6 columns: expected 13 measures and the price. Give boston_house_prices.csv", "regression", _files.Houses(40, measures: 5));
        Refused("has no column 'close': did you mean 'Close'?", "forecast", _files.Write("upper.csv", "date,Close", "2020-01-01,1"));
        Refused(", line 3, column 2 ('close'): expected a number with a decimal point, but got 'n/a yet'.", "forecast", _files.Write("text.csv", "date,close", "2020-01-01,1", "2020-01-02,n/a yet"));
        Refused(", line 3: expected 2 cells, as the header has, but got 1.", "forecast", _files.Write("ragged.csv", "date,close", "2020-01-01,1", "2020-01-02"));
        Refused("2020-01-01 comes after 2020-01-02, but each row is to be later than the one before. Sort the rows by date, the oldest first.",
            "forecast", _files.Write("newest-first.csv", "date,close", "2020-01-02,1", "2020-01-01,1"));
        Refused("has no rows: expected at least one line of data.", "forecast", _files.Write("empty.csv", "date,close"));
        Refused("give a folder that has one of them.", "first-mlp", Directory.CreateDirectory(Path.Combine(_files.Folder, "empty")).FullName);
        Refused("train has images [1099,28,28] and 1099 labels up to 9, but at least 1100 of [28,28] are expected, with as many labels from 0 to 9.", "cnn", _files.Images(1099, 100));
        Refused("t10k has images [99,28,28] and 99 labels up to 9, but at least 100 of", "cnn", _files.Images(1100, 99));
        Refused("it is a file. Give the folder with the four files", "first-mlp", _files.Prices(2));
    }

    [Fact]
    public void Without_Fashion_MNIST_lessons_say_how_to_get_it_and_take_the_digits()
    {
        var output = new StringWriter();
        var session = new Session(Quick: true, _files.Folder, Data: null, output) { Clothes = Path.Combine(_files.Folder, "missing") };
        double score = LessonList.All.Single(lesson => lesson.Name == "first-mlp").Run(session);
        string[] lines = output.ToString().Split('\n');
        Assert.Equal(
            $"No Fashion-MNIST in {session.Clothes}: apt-get install dataset-fashion-mnist, or --data FOLDER with its four files. Taking 1,797 digits instead.", lines[0].TrimEnd());
        Assert.EndsWith(" 359 to test", lines[1].TrimEnd());
        Assert.True(session.HasOtherData);
        Assert.InRange(score, 0.5, 1);
    }

    [Theory]
    [InlineData("architectures")]
    [InlineData("cnn")]
    [InlineData("dcgan")]
    [InlineData("overfitting")]
    [InlineData("schedules")]
    [InlineData("transfer")]
    [InlineData("vanishing")]
    public void The_digits_are_enough_for_every_lesson_on_images(string lesson)
    {
        var output = new StringWriter();
        var session = new Session(Quick: true, _files.Folder, Data: null, output) { Clothes = Path.Combine(_files.Folder, "missing") };
        LessonList.All.Single(one => one.Name == lesson).Run(session);
        Assert.Contains("Taking 1,797 digits instead.", output.ToString());
        Assert.NotEmpty(Directory.GetFiles(_files.Folder, "*.png"));
    }

    private string[] Ran(string lesson, string data)
    {
        (int status, string output, string error) = Run(lesson, data);
        Assert.Equal((0, ""), (status, error));
        string[] lines = output.TrimEnd().Split('\n');
        Assert.Contains(", no floor with other data in ", lines[^1]);
        return lines;
    }

    private void Refused(string message, string lesson, string data)
    {
        (int status, _, string error) = Run(lesson, data);
        Assert.Equal(1, status);
        Assert.Contains(message, error);
        Assert.Contains($"'{data}", error);
        Assert.DoesNotContain('\n', error.TrimEnd());
    }

    private (int Status, string Output, string Error) Run(string lesson, string data)
    {
        StringWriter output = new(), error = new();
        int status = CommandLine.Run([lesson, "--quick", "--data", data, "--output", Output], output, error);
        return (status, output.ToString(), error.ToString());
    }
}
