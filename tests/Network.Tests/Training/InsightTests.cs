using System.Text.Json;
using StaticNet.Network.Tests.Contract;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Training;

[Network(MaxBatch = 8), Input(3), Dense(9), ReLU, Dense(7), Sigmoid, Dense(6), Tanh, Dropout(0.5), Dense(4), SoftmaxCrossEntropy]
public partial class SeenNet;

[Network(MaxBatch = 8)]
[Input(6), Dense(12), Sigmoid, Dense(12), Sigmoid, Dense(12), Sigmoid, Dense(12), Sigmoid, Dense(12), Sigmoid, Dense(2), SoftmaxCrossEntropy]
public partial class DeepSigmoidNet;

[Network(MaxBatch = 4)]
[Input(2), Dense(24), Reshape(3, 2, 4), BatchNorm, ReLU, Conv2D(5, 3, Padding = 1), ReLU, MaxPool2D(2), Flatten, Dense(2, Trainable = Trainable.Switchable), SoftmaxCrossEntropy]
public partial class SeenImageNet;

[Network(MaxBatch = 8)]
[Input(3), Dense(9, Name = "relu5"), ReLU(Name = "first"), Dense(7, Name = "tanh7"), Sigmoid(Name = "gate"), Dense(6, Name = "third"), Tanh(Name = "squashed")]
[Dropout(0.5), Dense(4, Name = "fourth"), SoftmaxCrossEntropy]
public partial class RenamedNet;

/// <summary>What a training shows of its layers, against the same numbers computed by hand.</summary>
public sealed class InsightTests : IDisposable
{
    private static readonly float[] Inputs = Numbers.Normal(60, 1);
    private static readonly int[] Labels = Numbers.Classes(20, 4, 2);

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    private static Batches Images => SeenImageNet.Batches(Numbers.Normal(14, 3), new[] { 0, 0, 0, 1, 0, 0, 0 }, 4);

    // Two whole batches and one of four samples.
    private static Batches Data => SeenNet.Batches(Inputs, Labels, 8, shuffle: false);

    [Fact]
    public void Norms_are_those_of_the_last_whole_batch()
    {
        var net = new SeenNet(1);
        var trainer = new SeenNet.Trainer(net, new SGD(0.1) { ClipNorm = 1e-3 });
        var insight = new Insight();
        trainer.Fit(Data, new FitOptions { Epochs = 1, Callbacks = [insight] });

        var other = new SeenNet(1);
        var byHand = new SeenNet.Trainer(other, new SGD(0.1) { ClipNorm = 1e-3 });
        Batches data = Data;
        byHand.Step(data.Epoch(0)[0]);
        float[] before = [.. other.Dense2.Weight.ToArray(), .. other.Dense2.Bias.ToArray()];
        byHand.Step(data.Epoch(0)[1]);
        float[] after = [.. other.Dense2.Weight.ToArray(), .. other.Dense2.Bias.ToArray()];
        float[] gradient = [.. byHand.Gradient(other.Dense2.Weight).ToArray(), .. byHand.Gradient(other.Dense2.Bias).ToArray()];
        byHand.Step(data.Epoch(0)[2]);

        Frozen.Of(other).IsStill(Frozen.Of(net));
        LayerInsight layer = Of(insight, "dense2");
        Assert.Equal(Norm(gradient), layer.GradientNorm!.Value, 1e-9);
        Assert.Equal(Norm(before), layer.WeightNorm!.Value, 1e-9);
        Assert.Equal(Norm([.. after.Zip(before, (a, b) => a - b)]) / Norm(before), layer.UpdateRatio!.Value, 1e-9);
        Assert.Null(layer.DeadUnits ?? layer.SaturatedValues);
        Assert.Equal(["dense1", "dense2", "dense3", "dense4", "relu1", "sigmoid1", "tanh1"], insight.Epochs[0].Layers.Select(seen => seen.Layer));
        Assert.Null(Of(insight, "relu1").GradientNorm ?? Of(insight, "relu1").WeightNorm ?? Of(insight, "relu1").UpdateRatio ?? Of(insight, "relu1").SaturatedValues);
        Assert.Null(Of(insight, "tanh1").DeadUnits);
        Assert.False(trainer.CheckFinite);
    }

    [Fact]
    public void Dead_units_and_saturated_values_are_counted_over_the_epoch()
    {
        var net = new SeenNet(1);

        // Of seven sigmoids two give 1, one 0 and four ½; of six tanhs three −1 and three 0.
        Fill(net.Dense1.Bias, -50, -50, -50, -50);
        net.Dense2.Weight.Fill(0);
        Fill(net.Dense2.Bias, 30, 30, -30);
        net.Dense3.Weight.Fill(0);
        Fill(net.Dense3.Bias, -20, -20, -20);
        var insight = new Insight();
        new SeenNet.Trainer(net, new SGD(0)).Fit(Data, new FitOptions { Callbacks = [insight] });

        // Of nine units four are dead whatever comes; one that any of the twenty samples wakes is not.
        float[] hidden = Hidden(net);
        int dead = Enumerable.Range(0, 9).Count(unit => Enumerable.Range(0, 20).All(row => hidden[9 * row + unit] <= 0));
        Assert.InRange(dead, 4, 8);
        Assert.Equal(dead / 9.0, Of(insight, "relu1").DeadUnits!.Value, 1e-12);
        Assert.Equal(3 / 7.0, Of(insight, "sigmoid1").SaturatedValues!.Value, 1e-12);
        Assert.Equal(3 / 6.0, Of(insight, "tanh1").SaturatedValues!.Value, 1e-12);
    }

    [Fact]
    public void Activations_are_told_by_what_they_are_and_not_by_their_names()
    {
        Insight usual = new(), renamed = new();
        new SeenNet.Trainer(new(1), new SGD(0.1)).Fit(Data, new FitOptions { Callbacks = [usual] });
        new RenamedNet.Trainer(new(1), new SGD(0.1)).Fit(RenamedNet.Batches(Inputs, Labels, 8, shuffle: false), new FitOptions { Callbacks = [renamed] });
        Assert.Equal(["relu5", "tanh7", "third", "fourth", "first", "gate", "squashed"], renamed.Epochs[0].Layers.Select(seen => seen.Layer));
        Assert.Equal(
            usual.Epochs[0].Layers.Select(seen => (seen.GradientNorm, seen.DeadUnits, seen.SaturatedValues)),
            renamed.Epochs[0].Layers.Select(seen => (seen.GradientNorm, seen.DeadUnits, seen.SaturatedValues)));
    }

    [Fact]
    public void Activations_of_the_measured_batch_are_kept_where_that_is_asked_for()
    {
        var net = new SeenNet(1);
        Insight insight = new() { KeepActivations = true }, other = new() { KeepActivations = true }, none = new();
        new SeenNet.Trainer(net, new SGD(0)).Fit(Data, new FitOptions { Epochs = 2, Callbacks = [insight, other, none] });
        Assert.Equal(["relu1", "dense2", "sigmoid1", "dense3", "tanh1", "dropout1", "dense4"], insight.Activations.Select(kept => kept.Layer));
        Assert.Equal(Hidden(net)[(8 * 9)..(16 * 9)].Select(value => MathF.Max(value, 0)), insight.Activations[0].Values, (a, b) => MathF.Abs(a - b) < 1e-5f);
        Assert.Equal(insight.Activations[1].Values.Select(value => 1 / (1 + MathF.Exp(-value))), insight.Activations[2].Values, (a, b) => MathF.Abs(a - b) < 1e-5f);
        Assert.Equal([8 * 9, 8 * 7, 8 * 7, 8 * 6, 8 * 6, 8 * 6, 8 * 4], insight.Activations.Select(kept => kept.Values.Length));
        Assert.Equal(insight.Activations, other.Activations);
        Assert.Empty(none.Activations);
    }

    [Fact]
    public void Units_of_images_are_channels_in_whichever_order_they_lie()
    {
        var net = new SeenImageNet(1);

        // One of three channels, behind a reshape in the order of the shape; two of five, from a convolution channels last.
        Fill(net.BatchNorm1.Bias, 0, -50);
        net.Conv1.Weight.Fill(0);
        Fill(net.Conv1.Bias, -1, 1, 0, 1, 1);
        var insight = new Insight();
        new SeenImageNet.Trainer(net, new SGD(0)).Fit(Images, new FitOptions { Callbacks = [insight] });
        Assert.Equal(1 / 3.0, Of(insight, "relu1").DeadUnits!.Value, 1e-12);
        Assert.Equal(2 / 5.0, Of(insight, "relu2").DeadUnits!.Value, 1e-12);
    }

    [Fact]
    public void A_frozen_layer_is_left_out_and_one_that_starts_at_0_has_no_ratio()
    {
        var net = new SeenImageNet(1);
        net.Dense1.Weight.Fill(0);
        var trainer = new SeenImageNet.Trainer(net, new SGD(0.1));
        var insight = new Insight();
        trainer.Freeze("dense2");
        trainer.Fit(Images, new FitOptions { Callbacks = [insight] });
        Assert.Equal(["dense1", "batchnorm1", "conv1", "relu1", "relu2"], insight.Epochs[0].Layers.Select(seen => seen.Layer));
        Assert.Equal(0, Of(insight, "dense1").WeightNorm);
        Assert.Null(Of(insight, "dense1").UpdateRatio);
        trainer.Thaw("dense2");
        trainer.Fit(Images, new FitOptions { Callbacks = [insight] });
        Assert.True(Of(insight, "dense2").GradientNorm > 0);
    }

    [Fact]
    public void The_vanishing_gradient_is_in_the_numbers()
    {
        var insight = new Insight();
        new DeepSigmoidNet.Trainer(new DeepSigmoidNet(1), new SGD(0.1)).Fit(
            DeepSigmoidNet.Batches(Inputs, new int[10], 5), new FitOptions { Epochs = 1, Callbacks = [insight] });
        double[] norms = [.. insight.Epochs[0].Layers.Where(layer => layer.GradientNorm is not null).Select(layer => layer.GradientNorm!.Value)];
        Assert.Equal(6, norms.Length);
        Assert.True(norms[0] < norms[^1] / 100, string.Join(" ", norms));
    }

    [Fact]
    public void Each_epoch_is_a_line_of_JSON()
    {
        var insight = new Insight(_path);
        var trainer = new SeenNet.Trainer(new SeenNet(1), new Adam(0.01));
        FitHistory history = trainer.Fit(Data, new FitOptions { Epochs = 3, Callbacks = [insight] });
        trainer.Fit(Data, new FitOptions { InitialEpoch = 3, Epochs = 4, Callbacks = [insight] });
        string[] lines = File.ReadAllLines(_path);
        Assert.Equal(4, lines.Length);
        JsonElement third = JsonSerializer.Deserialize<JsonElement>(lines[2]);
        Assert.Equal(3, third.GetProperty("epoch").GetInt32());
        Assert.Equal(history[2].Loss, third.GetProperty("loss").GetDouble());
        Assert.False(third.TryGetProperty("validationLoss", out _));
        JsonElement dense = third.GetProperty("layers")[0];
        Assert.Equal("dense1", dense.GetProperty("layer").GetString());
        Assert.Equal(insight.Epochs[2].Layers[0].UpdateRatio, dense.GetProperty("updateRatio").GetDouble());
        Assert.False(dense.TryGetProperty("deadUnits", out _));

        // One that goes on earlier, as behind a checkpoint, leaves the lines before and drops the others; what a killed process left of a line too.
        File.AppendAllText(_path, "{\"epoch\":");
        trainer.Fit(Data, new FitOptions { InitialEpoch = 2, Epochs = 3, Callbacks = [insight] });
        Assert.Equal(lines[..2], File.ReadAllLines(_path)[..2]);
        Assert.Equal([1, 2, 3], File.ReadAllLines(_path).Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("epoch").GetInt32()));
        Assert.Equal([1, 2, 3], insight.Epochs.Select(epoch => epoch.Epoch));
        File.AppendAllText(_path, "{\"epoch\":");
        trainer.Fit(Data, new FitOptions { InitialEpoch = 3, Epochs = 4, Callbacks = [insight] });
        Assert.Equal(4, File.ReadAllLines(_path).Length);

        // A training from the beginning begins the file anew.
        trainer.Fit(Data, new FitOptions { Epochs = 1, Callbacks = [insight] });
        Assert.Single(File.ReadAllLines(_path));
        Assert.Single(insight.Epochs);
    }

    [Fact]
    public void A_line_is_whole_as_soon_as_its_epoch_has_ended()
    {
        var seen = new Reader(_path);
        new SeenNet.Trainer(new(1), new SGD(0.1)).Fit(Data, new FitOptions { Epochs = 3, Callbacks = [new Insight(_path), seen] });
        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3], seen.Lines);
    }

    [Fact]
    public void What_is_not_a_finite_number_is_null() => Assert.Equal(
        """{"epoch":2,"loss":0.5,"validationLoss":null,"layers":[{"layer":"b \u0022","gradientNorm":1E-07,"updateRatio":null}]}""",
        new EpochInsight(2, 0.5, double.NaN, [new("b \"") { GradientNorm = 1e-7, UpdateRatio = double.PositiveInfinity }]).ToString());

    [Fact]
    public void Training_is_the_same_and_its_other_steps_allocate_nothing()
    {
        SeenNet net = new(1), seen = new(1);
        new SeenNet.Trainer(net, new Adam(0.01)).Fit(Data, 3);
        var trainer = new SeenNet.Trainer(seen, new Adam(0.01)) { CheckFinite = true };
        trainer.Fit(Data, new FitOptions { Epochs = 3, Callbacks = [new Insight()] });
        Frozen.Of(net).IsStill(Frozen.Of(seen));
        Assert.True(trainer.CheckFinite);

        // The first step allocates too: it is one in each.
        trainer = new SeenNet.Trainer(seen, new Adam(0.01));
        var options = new FitOptions { Callbacks = [new Insight()] };
        Batches few = SeenNet.Batches(Inputs, Labels, 8, shuffle: false), many = SeenNet.Batches(Inputs, Labels, 1, shuffle: false);
        trainer.Fit(few, options);
        trainer.Fit(many, options);
        Assert.Equal(Allocated.By(() => trainer.Fit(few, options)), Allocated.By(() => trainer.Fit(many, options)));
    }

    [Fact]
    public void Two_may_look_and_nobody_does_once_training_has_ended()
    {
        var trainer = new SeenNet.Trainer(new SeenNet(1), new SGD(0.1));
        Insight first = new(), second = new();
        trainer.Fit(Data, new FitOptions { Callbacks = [first, second] });
        Assert.Equal(first.Epochs[0].ToString(), second.Epochs[0].ToString());
        Assert.Null(trainer.Watch);

        // Nor when an exception ends it.
        float[] inputs = [.. Inputs[..^1], float.NaN];
        Assert.Throws<NonFiniteLossException>(() => trainer.Fit(SeenNet.Batches(inputs, Labels, 8), new FitOptions { Callbacks = [new Insight()] }));
        Assert.Null(trainer.Watch);
    }

    [Fact]
    public void An_epoch_that_ends_before_its_last_whole_batch_has_activations_alone()
    {
        var insight = new Insight();
        new SeenNet.Trainer(new SeenNet(1), new SGD(0.1)).Fit(Data, new FitOptions { Callbacks = [new Stop(), insight] });
        Assert.Equal(["relu1", "sigmoid1", "tanh1"], insight.Epochs[0].Layers.Select(seen => seen.Layer));
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_told_before_training()
    {
        var trainer = new SeenNet.Trainer(new SeenNet(1), new Adam(0.01));
        Says($"'{_path}' is a file, not a folder.", Path.Combine(_path, "below"));
        Says("does not exist. Create it first.", Path.Combine(Path.GetTempPath(), "missing-folder", "insight.jsonl"));
        Says("it is a folder. Add a file name.", Path.GetTempPath());
        Assert.Equal(0u, trainer.Steps);
        Assert.Throws<ArgumentException>(() => new Insight(""));

        void Says(string text, string path) =>
            Assert.Contains(text, Assert.ThrowsAny<IOException>(() => trainer.Fit(Data, new FitOptions { Callbacks = [new Insight(path)] })).Message);
    }

    [Fact]
    public void A_line_that_cannot_be_added_is_told_with_its_epoch()
    {
        var trainer = new SeenNet.Trainer(new SeenNet(1), new Adam(0.01));
        string message = Assert.Throws<IOException>(() => trainer.Fit(Data, new FitOptions { Callbacks = [new Away(_path), new Insight(_path)] })).Message;
        Directory.Delete(_path);
        Assert.StartsWith($"Cannot add epoch 1 to '{_path}': ", message);
    }

    private static LayerInsight Of(Insight insight, string layer) => insight.Epochs[^1].Layers.Single(seen => seen.Layer == layer);

    private static double Norm(float[] values) => Math.Sqrt(values.Sum(value => (double)value * value));

    // W·x + b of the first layer.
    private static float[] Hidden(SeenNet net) =>
    [
        .. from row in Enumerable.Range(0, 20)
           from unit in Enumerable.Range(0, 9)
           select net.Dense1.Bias[unit] + Enumerable.Range(0, 3).Sum(i => net.Dense1.Weight[unit, i] * Inputs[3 * row + i]),
    ];

    private static void Fill(ParameterView bias, params float[] values)
    {
        for (int i = 0; i < values.Length; i++)
            bias[i] = values[i];
    }

    // The whole lines after each step and each epoch.
    private sealed class Reader(string path) : Callback
    {
        public List<int> Lines { get; } = [];

        public override void OnBatchEnd(FitState state) => Look();

        public override void OnEpochEnd(FitState state, EpochReport report) => Look();

        private void Look()
        {
            string text = File.ReadAllText(path);
            Assert.True(text.Length == 0 || text[^1] == '\n');
            Lines.Add(text.Count(c => c == '\n'));
        }
    }

    // Puts a folder in the file's place.
    private sealed class Away(string path) : Callback
    {
        public override void OnEpochBegin(FitState state)
        {
            File.Delete(path);
            Directory.CreateDirectory(path);
        }
    }

    private sealed class Stop : Callback
    {
        public override void OnBatchEnd(FitState state) => state.StopTraining = true;
    }
}
