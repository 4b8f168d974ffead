using Spectre.Console;

namespace StaticNet.Plotting.Tests;

[Network(MaxBatch = 4), Input(2), Dense(1), MeanSquaredError]
internal sealed partial class ViewedNet;

public class TrainingViewTests
{
    [Fact]
    public void A_training_that_it_is_a_callback_of_is_shown_with_its_evaluation()
    {
        Batches batches = ViewedNet.Batches(new float[20], new float[10], 4);
        var writer = new StringWriter();
        new ViewedNet.Trainer(new(1), new SGD(0.1)).Fit(
            batches, new FitOptions { Epochs = 3, Validation = batches, Metrics = [new MAE()], Callbacks = [new TrainingView(Console(writer, live: false), new Clock())] });
        string[] lines = writer.ToString().Replace("\r\n", "\n").TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal("epoch 2/3   loss 0.0000   validation 0.0000  MAE 0.0000   0 samples/s   0:00", lines[1]);
    }

    [Fact]
    public void Training_that_ends_early_ends_its_line()
    {
        Batches batches = ViewedNet.Batches(new float[20], new float[10], 4);
        var writer = new StringWriter();
        new ViewedNet.Trainer(new(1), new SGD(0.1)).Fit(
            batches, new FitOptions { Epochs = 30, EarlyStopping = new EarlyStopping(), Callbacks = [new TrainingView(Console(writer, live: true), new Clock())] });
        Assert.EndsWith("\n", writer.ToString());
        Assert.Equal(1, writer.ToString().Count(c => c == '\n'));
    }

    [Fact]
    public void What_was_trained_before_takes_no_time()
    {
        var clock = new Clock();
        var writer = new StringWriter();
        var view = new TrainingView(Console(writer, live: true), clock);

        // Before training begins, an hour goes by; then each of three steps of an epoch takes a second, and one of two epochs remains.
        clock.Advance(TimeSpan.FromHours(1));
        new ViewedNet.Trainer(new(1), new SGD(0.1)).Fit(
            ViewedNet.Batches(new float[20], new float[10], 4), new FitOptions { InitialEpoch = 8, Epochs = 10, Callbacks = [new Tick(clock), view] });
        Assert.Contains(writer.ToString().Split("\r\u001b[K").Select(Bare), line => line.StartsWith("epoch  9/10", StringComparison.Ordinal) && line.EndsWith("   3 samples/s   0:03 left", StringComparison.Ordinal));
    }

    [Fact]
    public void Redirected_output_gets_a_plain_line_an_epoch()
    {
        string[] lines = Run(live: false).TrimEnd().Split('\n');
        Assert.Equal(
            [
                "epoch  1/10   loss 2.0000   1,000 samples/s   0:04",
                "epoch  2/10   loss 1.0000   validation loss 1.2   1,000 samples/s   0:08",
            ],
            lines);
    }

    [Fact]
    public void A_terminal_gets_one_line_that_is_written_over()
    {
        string text = Run(live: true);
        Assert.DoesNotContain('\n', text);
        string last = Bare(text.Split("\r\u001b[K")[^1]);
        Assert.Equal("epoch  2/10 ━━━━━─────────────────── loss 1.0000 █▁   validation loss 1.2   1,000 samples/s   0:32 left", last);
    }

    [Fact]
    public void Between_ends_of_epochs_it_is_written_ten_times_a_second_at_most()
    {
        var time = new Clock();
        var writer = new StringWriter();
        var view = new TrainingView(Console(writer, live: true), time);
        for (int step = 1; step < 1000; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            view.Report(new(1, 2, step, 1000, 1, step));
        }

        Assert.InRange(writer.ToString().Split("\r\u001b[K").Length - 1, 9, 11);
    }

    [Fact]
    public void The_last_epoch_ends_the_line()
    {
        var writer = new StringWriter();
        new TrainingView(Console(writer, live: true), new Clock()).Report(new(2, 2, 5, 5, 0.5, 10));
        Assert.EndsWith("\n", writer.ToString());
    }

    [Theory]
    [InlineData("▁▃▅█", 4, new[] { 0, 1, 2, 3.5 })]
    [InlineData("▁█", 2, new[] { 9.0, 0, 1 })]
    [InlineData("▁▁", 5, new[] { 4.0, 4 })]
    [InlineData("▁×█", 5, new[] { 0, double.NaN, 1 })]
    [InlineData("×", 5, new[] { double.PositiveInfinity })]
    public void Spark_lines_go_from_the_least_to_the_largest(string expected, int width, double[] values) => Assert.Equal(expected, SparkLine.Of(values, width));

    // Two epochs of ten, of four steps and four seconds each.
    private static string Run(bool live)
    {
        var time = new Clock();
        var writer = new StringWriter();
        var view = new TrainingView(Console(writer, live), time);
        for (int step = 1; step <= 8; step++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            view.Report(new(1 + (step - 1) / 4, 10, 1 + (step - 1) % 4, 4, step <= 4 ? 2 : 1, 1000 * step, step == 8 ? "validation loss 1.2" : ""));
        }

        return writer.ToString().Replace("\r\n", "\n");
    }

    private static IAnsiConsole Console(TextWriter writer, bool live) => AnsiConsole.Create(new()
    {
        Ansi = live ? AnsiSupport.Yes : AnsiSupport.No,
        Interactive = live ? InteractionSupport.Yes : InteractionSupport.No,
        ColorSystem = live ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Out = new Terminal(writer, live),
    });

    private static string Bare(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[[0-9;]*m", "");

    /// <summary>A terminal, or a file, that keeps what is written.</summary>
    private sealed class Terminal(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => 200;

        public int Height => 50;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }

    /// <summary>A step takes a second.</summary>
    private sealed class Tick(Clock clock) : Callback
    {
        public override void OnBatchEnd(FitState state) => clock.Advance(TimeSpan.FromSeconds(1));
    }

    /// <summary>A clock that goes when it is told to.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }
}
