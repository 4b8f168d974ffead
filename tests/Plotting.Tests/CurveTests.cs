using SkiaSharp;

namespace StaticNet.Plotting.Tests;

/// <summary>Pictures of curves: their colours are there, in the half where the values are.</summary>
public class CurveTests
{
    private const string Blue = "#0072B2", Orange = "#D55E00", Green = "#009E73";

    [Fact]
    public void Training_and_validation_are_told_apart()
    {
        double[] training = [.. Enumerable.Range(1, 30).Select(e => 2.0 / e + 0.1)], validation = [.. training.Select((loss, e) => loss + 0.3 + 0.02 * e)];
        SKBitmap picture = Drawn.Of("training-curves", TrainingCurves.Of("loss", new Series("training", training), new Series("validation", validation)));
        Assert.True(picture.Count(Blue) > 200 && picture.Count(Orange) > 200);
        Assert.True(picture.Middle(Orange).Y > picture.Middle(Blue).Y);
    }

    [Fact]
    public void A_logarithmic_axis_shows_small_losses()
    {
        double[] falling = [.. Enumerable.Range(0, 40).Select(e => Math.Pow(10, -e / 8.0))];
        SKBitmap picture = Drawn.Of("logarithmic", TrainingCurves.Of("loss by epoch", "epoch", "loss", true, new Series("SGD", falling), new Series("Adam", [.. falling.Select(x => x * x)])));
        Assert.True(picture.Count(Blue) > 200);
        Refused("'a' has values below 0", () => TrainingCurves.Of("t", "epoch", "m", true, new Series("a", 1.0, -1.0)));
    }

    [Theory]
    [InlineData("UpperRight", 0.9, 0.1, 0.1)]
    [InlineData("LowerRight", 0.1, 0.9, 0.9)]
    [InlineData("MiddleRight", 0.5, 0.9, 0.1)]
    public void The_legend_stands_where_no_curve_ends(string alignment, double start, double first, double second)
    {
        Figure figure = TrainingCurves.Of("accuracy", new Series("a", start, first, first), new Series("b", start, second, second));
        Assert.Equal(alignment, figure.Panels[0].Legend.Alignment.ToString());
    }

    [Fact]
    public void The_legend_of_a_function_stands_beside_its_curves()
    {
        float[] x = [.. Enumerable.Range(0, 161).Select(i => -8 + i / 10f)], sigmoid = [.. x.Select(v => 1 / (1 + MathF.Exp(-v)))];
        Assert.Equal("LowerRight", Place([.. sigmoid.Select(s => MathF.Log(s))], [.. sigmoid.Select(s => 1 - s)]));
        Assert.Equal("MiddleRight", Place(sigmoid, [.. sigmoid.Select(s => s * (1 - s))]));
        Assert.Equal("UpperLeft", Place([.. x.Select(v => Math.Clamp(v, 0, 6))], [.. x.Select(v => v is > 0 and < 6 ? 1f : 0)]));

        string Place(float[] y, float[] slope) => FunctionGraph.Of("f", x, y, slope).Panels[0].Legend.Alignment.ToString();
    }

    [Fact]
    public void A_learning_rate_is_drawn_from_0_on()
    {
        double[] cosine = [.. Enumerable.Range(0, 100).Select(step => 0.05 * (1 + Math.Cos(Math.PI * step / 100)))];
        double[] steps = [.. Enumerable.Range(0, 100).Select(step => 0.1 * Math.Pow(0.5, step / 25))];
        SKBitmap picture = Drawn.Of("learning-rate", LearningRateCurve.Of("step", new Series("cosine", cosine), new Series("step", steps)));
        Assert.True(picture.Count(Blue) > 200 && picture.Count(Orange) > 200);
    }

    [Fact]
    public void A_forecast_lies_over_the_truth()
    {
        double[] days = [.. Enumerable.Range(0, 200).Select(i => new DateTime(1998, 1, 3).AddDays(7 * i).ToOADate())];
        double[] truth = [.. Enumerable.Range(0, 200).Select(i => 360 + 0.03 * i + 3 * Math.Sin(i / 8.0))];
        var forecast = new Series("LSTM", days[150..], [.. truth[150..].Select(y => y + 0.8)]);
        SKBitmap picture = Drawn.Of("forecast", ForecastFigure.OverDates("CO₂ at Mauna Loa", "ppm", new Series("measured", days, truth), forecast));
        Assert.InRange(picture.Middle(Blue).X, 0.7, 1);
        Assert.True(Drawn.Of("forecast-steps", ForecastFigure.Of("a series", "unit", new Series("truth", truth))).Count("#000000") > 200);
    }

    [Fact]
    public void Gradient_flow_shows_what_vanishes()
    {
        string[] layers = [.. Enumerable.Range(1, 10).Select(i => $"dense{i}")];
        double[] sigmoid = [.. Enumerable.Range(0, 10).Select(i => Math.Pow(10, i - 10))], relu = [.. Enumerable.Range(0, 10).Select(i => 0.5 + 0.03 * i)];
        SKBitmap picture = Drawn.Of("gradient-flow", GradientFlow.Of(layers, new Series("sigmoid", sigmoid), new Series("ReLU", relu)));
        Assert.True(picture.Middle(Orange).Y > picture.Middle(Blue).Y);
        Refused("'a' has 2 numbers for 10 layers", () => GradientFlow.Of(layers, new Series("a", 1.0, 2.0)));
    }

    [Fact]
    public void Gradient_flow_shows_what_an_epoch_showed()
    {
        EpochInsight first = Seen([1e-5, 1e-3, 1e-1], ["dense1", "dense2", "dense3"]), last = Seen([1, 2, 3], ["dense1", "dense2", "dense3"]);
        SKBitmap picture = Drawn.Of("gradient-flow-of-epochs", GradientFlow.Of(("epoch 1", first), ("epoch 20", last)));
        Assert.True(picture.Middle(Orange).Y > picture.Middle(Blue).Y);
        Refused("'b' has other layers than 'a'", () => GradientFlow.Of(("a", first), ("b", Seen([1, 2], ["dense1", "dense2"]))));

        static EpochInsight Seen(double[] norms, string[] layers) =>
            new(1, 0.5, null, [.. layers.Zip(norms, (layer, norm) => new LayerInsight(layer) { GradientNorm = norm }), new LayerInsight("relu1") { DeadUnits = 0.5 }]);
    }

    [Fact]
    public void A_function_and_its_derivative()
    {
        float[] x = [.. Enumerable.Range(0, 121).Select(i => -6 + i / 10f)], y = [.. x.Select(MathF.Tanh)], slope = [.. y.Select(t => 1 - t * t)];
        Figure one = FunctionGraph.Of("Tanh", x, y, slope);
        SKBitmap picture = Drawn.Of("function", Figure.InGrid(3, one, FunctionGraph.Of("ReLU", x, [.. x.Select(v => Math.Max(v, 0))], [.. x.Select(v => v > 0 ? 1f : 0)]), one, one));
        Assert.Equal((3 * 400, 2 * 330), (picture.Width, picture.Height));
        Assert.True(picture.Count(Blue) > 500 && picture.Count(Orange) > 300);
    }

    [Fact]
    public void Fits_and_paths_are_drawn()
    {
        float[] x = [.. Enumerable.Range(0, 40).Select(i => i / 10f)], y = [.. x.Select((v, i) => 2 * v + 1 + MathF.Sin(7 * i))];
        Series[] fits = [.. new[] { 0, 1, 5, 100 }.Select(step => new Series($"step {step}", x, [.. x.Select(v => (2 * v + 1) * step / (step + 4f))]))];
        Figure lines = LineFits.Of("y = w·x + b", "size, m²", "price, €", new Series("samples", x, y), fits);
        Assert.Equal(("size, m²", "price, €"), (lines.Panels[0].Axes.Bottom.Label.Text, lines.Panels[0].Axes.Left.Label.Text));
        Assert.True(Drawn.Of("line-fits", lines).Count(Orange) > 200);

        double[] a = [.. Enumerable.Range(0, 50).Select(i => 3 * Math.Pow(0.9, i))], b = [.. a.Select((v, i) => -v * Math.Cos(i / 3.0))];
        Figure paths = DescentPaths.Of("descent", (w, c) => (w - 0.1) * (w - 0.1) + 4 * c * c, ("w", -4, 4), ("b", -4, 4), new Series("full batch", a, b), new Series("one sample", b, a));
        SKBitmap picture = Drawn.Of("descent-paths", paths);
        Assert.True(picture.Count(Blue) > 100 && picture.Count(Orange) > 100);
    }

    [Fact]
    public void Series_that_are_none_are_told()
    {
        Refused("There is no curve", () => TrainingCurves.Of("loss"));
        Refused("'a' has no points", () => TrainingCurves.Of("loss", new Series("a", ReadOnlySpan<double>.Empty)));
        Refused("'a' has 1 places, but 2 values", () => _ = new Series("a", [1.0], [1.0, 2.0]));
        Refused("There is no picture", () => Figure.InGrid(2));
    }

    private static void Refused(string message, Action call) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(call).Message);
}
