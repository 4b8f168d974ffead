using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>
/// Next week's CO₂ from the last fifty weeks, or with <c>--data</c> the next day's price from a table with the columns date and close. It is held against the
/// naive forecast, that all stays as it is: a series that cannot be foretold is one for which nothing beats it.
/// </summary>
internal sealed class Forecast() : Lesson(
    "forecast", "an LSTM on weekly CO₂, split by time, against the naive forecast; daily prices by --data FILE",
    "share of the naive forecast's error that is gone", quick: 0.10, full: 0.20, OtherData.File)
{
    // Thirty windows are hardly enough to split by time.
    private const int Window = 50, LeastRows = Window + 31, Shown = 104;

    public override double Run(Session session)
    {
        (DateTime[] dates, float[] series) = Load(session.Data);

        // The network sees changes from step to step: the level grows out of every range that it was trained on, and the changes do not.
        float[] changes = [.. series.Skip(1).Zip(series, (next, last) => next - last)];
        DataSplit split = DataSplit.ByTime(changes.Length - Window, test: 0.2, validation: 0.1);
        StandardScaler scaler = StandardScaler.Fit(changes.AsSpan(0, split.Training.Length + Window), columns: 1);
        scaler.Transform(changes);
        (DataSet<float, float> training, DataSet<float, float> validation, DataSet<float, float> test) = SlidingWindows.Of(changes, Window).InThree(split);
        session.Say($"{training.Count} windows of {Window} to train on, {validation.Count} to validate, {test.Count} to test");

        var net = new WeekNet(seed: 1);
        int epochs = session.Pick(6, 40);
        FitHistory history = new WeekNet.Trainer(net, new Adam(0.003) { ClipNorm = 1 }, seed: 1).Fit(WeekNet.Batches(training.Inputs, training.Targets, 32, seed: 1), new FitOptions
        {
            Epochs = epochs,
            Validation = WeekNet.Batches(validation.Inputs, validation.Targets, 64),
            EarlyStopping = new EarlyStopping { Patience = 8 },
            Schedule = new CosineAnnealingLR(epochs),
            OnEpochEnd = report => session.Say(report.ToString()),
        });
        session.Draw("curves.png", TrainingCurves.Of("mean squared error", new Series("training", [.. history.Select(epoch => epoch.Loss)]), new Series("validation", [.. history.Select(epoch => epoch.ValidationLoss!.Value)])));

        float[] foretold = new float[test.Count];
        for (int start = 0; start < test.Count; start += WeekNet.MaxBatch)
        {
            int count = Math.Min(WeekNet.MaxBatch, test.Count - start);
            net.Predict(test.Inputs.AsSpan(start * Window, count * Window), foretold.AsSpan(start, count));
        }

        scaler.Inverse(foretold);
        double ours = 0, naive = 0;
        int first = split.Test[0] + Window;
        for (int i = 0; i < test.Count; i++)
        {
            // Change number k leads from series[k] to series[k + 1].
            float before = series[first + i], after = series[first + i + 1];
            foretold[i] += before;
            ours += Math.Pow(foretold[i] - after, 2);
            naive += Math.Pow(before - after, 2);
        }

        (ours, naive) = (Math.Sqrt(ours / test.Count), Math.Sqrt(naive / test.Count));
        session.Say($"root mean squared error {ours:F4}, of the naive forecast {naive:F4}");
        int shown = Math.Min(Shown, test.Count);
        double[] days = [.. dates[^shown..].Select(date => date.ToOADate())];
        session.Draw("forecast.png", ForecastFigure.OverDates(
            "the last weeks of the test part", session.Data is null ? "CO₂, ppm" : "price", Of("measured", series[^shown..]),
            Of("foretold a step ahead", foretold[^shown..]), Of("naive forecast: as it was a step before", series[^(shown + 1)..^1])));
        return 1 - ours / naive;

        Series Of(string name, float[] values) => new(name, days, [.. values.Select(y => (double)y)]);
    }

    private static (DateTime[] Dates, float[] Values) Load(string? file)
    {
        Table table = file is null
            ? CsvFile.Read(CourseData.Path("co2-weekly.csv"), CsvColumn.Date("date", "yyyyMMdd"), CsvColumn.Number("co2", mayBeMissing: true))
            : CourseData.Prices(file, LeastRows);
        float[] values = table.Numbers(table.Names[1]);

        // Between the two measured weeks around a gap lies a straight line.
        for (int i = 1, last = 0; i < values.Length; i++)
        {
            if (float.IsNaN(values[i]))
                continue;
            for (int k = last + 1; k < i; k++)
                values[k] = values[last] + (values[i] - values[last]) * (k - last) / (i - last);
            last = i;
        }

        return (table.Dates("date"), values);
    }
}

[Network(MaxBatch = 64), Input(50, 1), LSTM(24), Dense(1), MeanSquaredError]
internal sealed partial class WeekNet;
