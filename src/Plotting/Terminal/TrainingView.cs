using System.Globalization;
using Spectre.Console;

namespace StaticNet.Plotting;

/// <summary>
/// Training as it goes, in a terminal: a bar, the loss and its curve, samples per second, the time that remains, on one line that is written over. Where
/// the output is redirected it is a plain line an epoch. <c>trainer.Fit(batches, new FitOptions { Callbacks = [new TrainingView()] })</c>, or in a loop of
/// your own <see cref="Report"/> after each step.
/// </summary>
/// <remarks>One thread at a time reports.</remarks>
public sealed class TrainingView : Callback, IProgress<TrainingProgress>
{
    private const int SparkWidth = 16, BarWidth = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly IAnsiConsole _console;
    private readonly TimeProvider _time;
    private readonly bool _live;
    private readonly List<double> _losses = [];
    private long _start;

    // The share of the training that was done when the clock started.
    private double _before;
    private long _drawn;
    private long _samples;
    private bool _isOpen;

    /// <param name="console">The terminal; by default the program's.</param>
    /// <param name="time">What tells the time; by default the system's.</param>
    public TrainingView(IAnsiConsole? console = null, TimeProvider? time = null)
    {
        (_console, _time) = (console ?? AnsiConsole.Console, time ?? TimeProvider.System);
        _live = _console.Profile.Capabilities is { Ansi: true, Interactive: true } && _console.Profile.Out.IsTerminal;
        (_start, _drawn) = (_time.GetTimestamp(), long.MinValue);
    }

    /// <summary>Shows how far training is; between ends of epochs at most ten times a second.</summary>
    public void Report(TrainingProgress value)
    {
        bool ended = value.Step >= value.Steps;
        if (ended)
            _losses.Add(value.Loss);
        if (!_live)
        {
            if (ended)
                _console.Profile.Out.Writer.WriteLine(Plain(value));
            return;
        }

        if (!ended && _drawn != long.MinValue && _time.GetElapsedTime(_drawn) < Pause)
            return;
        _drawn = _time.GetTimestamp();
        _console.Write(new ControlCode("\r\u001b[K"));
        _console.Markup(Marked(value, ended));
        _isOpen = true;
        if (ended && value.Epoch >= value.Epochs)
            Close();
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(FitState state)
    {
        ArgumentNullException.ThrowIfNull(state);

        // A training that goes on from a checkpoint has samples behind it that took none of this time.
        (_start, _samples) = (_time.GetTimestamp(), -state.Samples);
        _before = Share(new(state.Epoch + 1, state.Epochs, state.Batch, state.Batches.BatchCount, 0, 0));
        _losses.Clear();
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(FitState state)
    {
        ArgumentNullException.ThrowIfNull(state);

        // The last step is reported with what the evaluation after it finds.
        int steps = state.Batches.BatchCount;
        if (state.Batch < steps)
            Report(new(state.Epoch + 1, state.Epochs, state.Batch, steps, state.Loss, _samples + state.Samples));
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(FitState state, EpochReport report)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(report);
        _samples += report.Samples;
        IEnumerable<string> notes = report.Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Name} {metric.Value:F4}"));
        if (report.ValidationLoss is { } loss)
            notes = notes.Prepend(string.Create(CultureInfo.InvariantCulture, $"validation {loss:F4}"));
        int steps = state.Batches.BatchCount;
        Report(new(report.Epoch, report.Epochs, steps, steps, report.Loss, _samples, string.Join("  ", notes)));
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(FitState state) => Close();

    // Training that stops early ends its line too.
    private void Close()
    {
        if (_isOpen)
            _console.WriteLine();
        _isOpen = false;
    }

    private string Plain(TrainingProgress at) => string.Create(
        CultureInfo.InvariantCulture, $"epoch {Epoch(at)}   loss {at.Loss:F4}{Note(at)}   {Speed(at)}   {Duration(_time.GetElapsedTime(_start))}");

    private string Marked(TrainingProgress at, bool ended)
    {
        // Epochs that are done, and the share of this one.
        double share = Share(at);
        int filled = (int)Math.Round(share * BarWidth);
        string bar = $"[blue]{new string('━', filled)}[/][grey]{new string('─', BarWidth - filled)}[/]";
        string curve = SparkLine.Of(ended ? _losses : [.. _losses, at.Loss], SparkWidth);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {Epoch(at)} {bar} loss [bold]{at.Loss:F4}[/] [green]{curve}[/]{Markup.Escape(Note(at))}   {Speed(at)}   {Duration(Remaining(share))} left");
    }

    private static double Share(TrainingProgress at) => Math.Clamp((at.Epoch - 1 + (double)at.Step / Math.Max(1, at.Steps)) / Math.Max(1, at.Epochs), 0, 1);

    // elapsed·(1 − share)/(share − before)
    private TimeSpan Remaining(double share) => share > _before ? _time.GetElapsedTime(_start) * ((1 - share) / (share - _before)) : TimeSpan.Zero;

    private static string Epoch(TrainingProgress at) => $"{at.Epoch.ToString(CultureInfo.InvariantCulture).PadLeft(at.Epochs.ToString(CultureInfo.InvariantCulture).Length)}/{at.Epochs}";

    private static string Note(TrainingProgress at) => at.Note.Length > 0 ? $"   {at.Note}" : "";

    private string Speed(TrainingProgress at)
    {
        double seconds = _time.GetElapsedTime(_start).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{(seconds > 0 ? at.Samples / seconds : 0):N0} samples/s");
    }

    private static string Duration(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
        : time.ToString("m\\:ss", CultureInfo.InvariantCulture);
}
