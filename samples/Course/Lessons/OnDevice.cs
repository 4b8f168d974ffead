using SensorNative;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>
/// A sensor of CO₂ is foretold and learned from measurement by measurement, each once, as it comes. The learner and its network are in
/// <c>samples/SensorNative</c>, which publishes them as a native executable.
/// </summary>
internal sealed class OnDevice() : Lesson(
    "on-device", "a sensor's stream learned sample by sample in a fixed number of bytes, as the compiler planned; natively too",
    "share of the naive forecast's error that is gone", quick: 0.05, full: 0.11)
{
    private const int Year = 52;

    public override double Run(Session session)
    {
        // A week without a measurement is none for the device.
        Table table = CsvFile.Read(CourseData.Path("co2-weekly.csv"), CsvColumn.Date("date", "yyyyMMdd"), CsvColumn.Number("co2", mayBeMissing: true));
        (DateTime Date, float Value)[] stream =
            [.. table.Dates("date").Zip(table.Numbers("co2")).Where(week => !float.IsNaN(week.Second)).Take(session.Pick(1000, int.MaxValue))];
        var trial = new SensorTrial();
        foreach ((_, float value) in stream)
            trial.Take(value);
        session.Say(trial.ToString());

        double[] dates = [.. stream.Skip(1 + Year).Select(week => week.Date.ToOADate())];
        session.Draw("error.png", ForecastFigure.OverDates(
            "root mean squared error of the last 52 weeks", "ppm", new Series("naive forecast", dates, OfYears(trial.NaiveSquares)), new Series("learner", dates, OfYears(trial.Squares))));

        // Memory that is not as planned is a failure, however good the forecast.
        return trial.IsAsPlanned ? 1 - Math.Sqrt(trial.Squares.Average() / trial.NaiveSquares.Average()) : double.NaN;
    }

    private static double[] OfYears(List<double> squares) => [.. Enumerable.Range(0, squares.Count - Year).Select(i => Math.Sqrt(squares.GetRange(i, Year).Average()))];
}
