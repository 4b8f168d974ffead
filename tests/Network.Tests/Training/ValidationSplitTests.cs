using StaticNet.Network.Tests.Contract;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Training;

/// <summary>A share of the data that is held out is the same as two parts made by hand.</summary>
public class ValidationSplitTests
{
    private const int Samples = 50;
    private static readonly float[] Inputs = Numbers.Normal(3 * Samples, 1);
    private static readonly float[] Weights = [.. Enumerable.Range(1, Samples).Select(i => i / 10f)];
    private static readonly int[] Labels = Numbers.Classes(Samples, 4, 2);

    [Theory]
    [InlineData(0.2, 40)]
    [InlineData(0.25, 37)]
    [InlineData(0.96, 2)]
    public void The_last_part_as_given_validates_and_the_first_is_shuffled_and_trained_on(double share, int first)
    {
        NoisyNet net = new(1), expected = new(1);
        NoisyNet.Trainer trainer = new(net, new Adam(0.01), seed: 2), byHand = new(expected, new Adam(0.01), seed: 2);
        FitOptions Options(Batches? validation, double? split) => new()
        {
            Epochs = 3,
            Validation = validation,
            ValidationSplit = split,
            Metrics = [new Accuracy()],
            EarlyStopping = new EarlyStopping { Patience = 9, Monitor = "validation loss" },
        };
        FitHistory history = trainer.Fit(NoisyNet.Batches(Inputs, Labels, 8, seed: 4, sampleWeights: Weights), Options(null, share));
        FitHistory twoParts = byHand.Fit(
            NoisyNet.Batches(Inputs.AsMemory(0, 3 * first), Labels.AsMemory(0, first), 8, seed: 4, sampleWeights: Weights.AsMemory(0, first)),
            Options(NoisyNet.Batches(Inputs.AsMemory(3 * first), Labels.AsMemory(first), 8, sampleWeights: Weights.AsMemory(first)), null));
        Frozen.Of(expected, byHand).IsStill(Frozen.Of(net, trainer));
        Assert.Equal(twoParts.Select(Values), history.Select(Values));
        Assert.All(history, report => Assert.Equal(first, report.Samples));
    }

    [Fact]
    public void Bytes_are_split_too_and_a_last_batch_that_is_dropped_stays_so()
    {
        byte[] pixels = [.. Enumerable.Range(0, 12 * ByteSplitNet.InputLength).Select(i => (byte)(i * 37))];
        int[] labels = Numbers.Classes(12, 2, 3);
        FitHistory history = new ByteSplitNet.Trainer(new(1), new SGD(0.1)).Fit(
            ByteSplitNet.Batches(pixels, labels, 4, shuffle: false, dropLast: true), new FitOptions { ValidationSplit = 0.5 });
        FitHistory expected = new ByteSplitNet.Trainer(new(1), new SGD(0.1)).Fit(
            ByteSplitNet.Batches(pixels.AsMemory(0, 6 * ByteSplitNet.InputLength), labels.AsMemory(0, 6), 4, shuffle: false, dropLast: true),
            1, ByteSplitNet.Batches(pixels.AsMemory(6 * ByteSplitNet.InputLength), labels.AsMemory(6), 4));
        Assert.Equal(expected.Select(Values), history.Select(Values));
        Assert.Equal(4, history[0].Samples);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var trainer = new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.01));
        Batches few = NoisyNet.Batches(Inputs, Labels, 8), many = NoisyNet.Batches(Inputs, Labels, 2);
        var options = new FitOptions { Epochs = 2, ValidationSplit = 0.2, Metrics = [new Accuracy()] };
        trainer.Fit(few, options);
        trainer.Fit(many, options);
        Assert.Equal(Allocated.By(() => trainer.Fit(few, options)), Allocated.By(() => trainer.Fit(many, options)));
    }

    [Fact]
    public void What_is_no_share_is_refused_before_anything_is_trained()
    {
        var net = new NoisyNet(1);
        var trainer = new NoisyNet.Trainer(net, new Adam(0.01));
        Frozen before = Frozen.Of(net, trainer);
        foreach (double share in new[] { 0, 1, -0.1, 1.5, double.NaN })
            Assert.Contains("above 0 and below 1, as 0.2 for the last fifth", Assert.Throws<ArgumentOutOfRangeException>(() => new FitOptions { ValidationSplit = share }).Message);

        Batches all = NoisyNet.Batches(Inputs, Labels, 8);
        Says("Validation and ValidationSplit are both set", all, new() { ValidationSplit = 0.2, Validation = all });
        Says("A ValidationSplit of 0.999 of 50 samples leaves none to train on", all, new() { ValidationSplit = 0.999 });
        Says("A ValidationSplit of 0.5 of 1 sample leaves none to train on", NoisyNet.Batches(new float[3], new int[1], 1), new() { ValidationSplit = 0.5 });
        Says("leaves none to validate with", all, new() { ValidationSplit = double.Epsilon });
        before.IsStill(Frozen.Of(net, trainer));

        void Says(string text, Batches data, FitOptions options) => Assert.Contains(text, Assert.Throws<ArgumentException>(() => trainer.Fit(data, options)).Message);
    }

    // All but the time, which is another each time.
    private static string Values(EpochReport report) => $"{report.Epoch} {report.Loss:R} {report.ValidationLoss:R} {string.Join(", ", report.Metrics)} {report.IsBest}";
}

[Network(MaxBatch = 8), Input(5, Scale = 1 / 255.0), Dense(3), ReLU, Dense(2), SoftmaxCrossEntropy]
public partial class ByteSplitNet;
