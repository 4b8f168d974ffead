using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

/// <summary>Two inputs that meet, a side output, and a loss of each output.</summary>
[Network(MaxBatch = 4, InputGradient = true)]
[Input(3, Name = "left"), Dense(2, Bias = false), Output("mask")]
[Input(2, Name = "right"), Add("dense1", "right"), Dense(2, Bias = false, Name = "scores")]
[SoftmaxCrossEntropy(From = "output"), BinaryCrossEntropy(From = "mask", Weight = 0.5)]
public partial class SeveralNet;

/// <summary>The same by hand: outputs without a loss.</summary>
[Network(MaxBatch = 4, InputGradient = true)]
[Input(3, Name = "left"), Dense(2, Bias = false), Output("mask")]
[Input(2, Name = "right"), Add("dense1", "right"), Dense(2, Bias = false, Name = "scores")]
public partial class BareSeveralNet;

/// <summary>A side output that no loss compares.</summary>
[Network(MaxBatch = 4), Input(3), Dense(2, Bias = false), Output("hidden"), Dense(2, Bias = false), MeanSquaredError(From = "output")]
public partial class SideNet;

/// <summary>Two inputs and two losses that compare with any numbers.</summary>
[Network(MaxBatch = 4), Input(3, Name = "left"), Dense(2), Output("mask")]
[Input(2, Name = "right"), Add("dense1", "right"), Dense(2), MeanSquaredError(From = "output"), SmoothL1(From = "mask", Weight = 2)]
public partial class ElementsNet;

/// <summary>An image as a side output, with a loss of its own, and one that is read on.</summary>
[Network(MaxBatch = 4, InputGradient = true), Input(2, 4, 5, Name = "image"), Conv2D(3, 3, Padding = 1), Output("map")]
[ReLU, MaxPool2D(2), Flatten, Input(12, Name = "hints"), Add("flatten1", "hints"), Dense(2)]
[MeanSquaredError(From = "map", Weight = 0.5), MeanSquaredError(From = "output")]
public partial class MapNet;

/// <summary>One class beside several: its loss is nothing.</summary>
#pragma warning disable SN0061 // one class
[Network(MaxBatch = 4), Input(3), Dense(5), Output("side"), Dense(1)]
[SoftmaxCrossEntropy(From = "side"), SoftmaxCrossEntropy(From = "output", Reduction = Reduction.Sum)]
#pragma warning restore SN0061
public partial class OneClassNet;

public class SeveralTests
{
    private const int Samples = 3;

    private static readonly float[] Left = Numbers.Normal(3 * Samples, 1), Right = Numbers.Normal(2 * Samples, 2), Mask = Numbers.Uniform(2 * Samples, 3);
    private static readonly int[] Classes = [0, 1, 1];

    [Fact]
    public void Each_output_has_its_own_link()
    {
        var net = new SeveralNet(1);
        float[] mask = new float[2 * Samples], scores = new float[2 * Samples], chance = new float[2 * Samples], shares = new float[2 * Samples];
        net.Forward(Left, Right, mask, scores);
        net.Predict(Left, Right, chance, shares);
        for (int i = 0; i < mask.Length; i++)
        {
            Assert.Equal(1 / (1 + MathF.Exp(-mask[i])), chance[i], 1e-6f);
            Assert.Equal(1 / (1 + MathF.Exp(scores[i ^ 1] - scores[i])), shares[i], 1e-6f);
        }
    }

    [Fact]
    public void The_loss_is_the_weighted_sum_and_its_gradients_are_those_by_the_outputs()
    {
        var net = new SeveralNet(1);
        var trainer = new SeveralNet.Trainer(net, new SGD(0.1));
        float[] mask = new float[2 * Samples], scores = new float[2 * Samples];
        trainer.Forward(Left, Right);
        trainer.CopyOutput(mask, scores);
        float loss = trainer.Backward(Classes, Mask);

        // L = Σ (log Σⱼ e^zⱼ − z_t)/n + ½·Σ (log(1 + e^y) − y·t)/2n
        float[] byMask = new float[2 * Samples], byScores = new float[2 * Samples];
        double expected = 0;
        for (int i = 0; i < Samples; i++)
        {
            double sum = Math.Exp(scores[2 * i]) + Math.Exp(scores[2 * i + 1]);
            expected += (Math.Log(sum) - scores[2 * i + Classes[i]]) / Samples;
            for (int j = 2 * i; j < 2 * i + 2; j++)
            {
                expected += 0.5 * (Math.Log(1 + Math.Exp(mask[j])) - mask[j] * Mask[j]) / (2 * Samples);
                byScores[j] = (float)((Math.Exp(scores[j]) / sum - (j - 2 * i == Classes[i] ? 1 : 0)) / Samples);
                byMask[j] = (float)(0.5 * (1 / (1 + Math.Exp(-mask[j])) - Mask[j]) / (2 * Samples));
            }
        }

        Assert.Equal(expected, loss, 1e-5);
        var bare = new BareSeveralNet(1);
        var other = new BareSeveralNet.Trainer(bare, new SGD(0.1));
        other.Forward(Left, Right);
        other.BackwardFrom(byMask, byScores);
        float[][] found = [new float[3 * Samples], new float[2 * Samples], new float[3 * Samples], new float[2 * Samples]];
        trainer.CopyInputGradient(found[0], found[1]);
        other.CopyInputGradient(found[2], found[3]);
        Close(found[2], found[0]);
        Close(found[3], found[1]);
        foreach (ParameterEntry entry in net.Parameters.Table.Entries)
            Close(other.Gradient(entry.Name).ToArray(), trainer.Gradient(entry.Name).ToArray());
    }

    [Fact]
    public void A_batch_has_a_column_for_each_input_and_target()
    {
        float[] weights = [0.5f, 2, 1];
        Batch batch = SeveralNet.Batches(Left, Right, Classes, Mask, Samples, shuffle: false, sampleWeights: weights).Epoch(0)[0];
        ITrainer trainer = Trainer();
        Assert.Equal(Trainer().Step(Left, Right, Classes, Mask, weights), trainer.Step(batch));
        Assert.NotEqual(Trainer().Step(Left, Right, Classes, Mask), Trainer().Step(batch));

        static SeveralNet.Trainer Trainer() => new(new SeveralNet(1), new SGD(0.1));
    }

    [Fact]
    public void An_image_may_be_a_side_output()
    {
        float[] image = Numbers.Normal(40 * Samples, 1), hints = Numbers.Normal(12 * Samples, 2), maps = Numbers.Normal(60 * Samples, 3), targets = Numbers.Normal(2 * Samples, 4);
        float[] map = new float[60 * Samples], output = new float[2 * Samples], predictedMap = new float[60 * Samples], predicted = new float[2 * Samples];
        var net = new MapNet(1);
        MapNet.Trainer loss = new(net, new SGD(0.1)), by = new(net, new SGD(0.1));
        net.Predict(image, hints, predictedMap, predicted);
        loss.Forward(image, hints);
        loss.CopyOutput(map, output);
        Close(predictedMap, map);
        Close(predicted, output);
        double expected = 0.5 * map.Zip(maps, (y, t) => (double)(y - t) * (y - t)).Average() + output.Zip(targets, (y, t) => (double)(y - t) * (y - t)).Average();
        Assert.Equal(expected, loss.Backward(maps, targets), 1e-5);
        Assert.Equal(expected, net.Evaluate(image, hints, maps, targets), 1e-5);
        by.Forward(image, hints);
        by.BackwardFrom([.. map.Zip(maps, (y, t) => (y - t) / map.Length)], [.. output.Zip(targets, (y, t) => 2 * (y - t) / output.Length)]);
        float[][] gradients = [new float[image.Length], new float[hints.Length], new float[image.Length], new float[hints.Length]];
        loss.CopyInputGradient(gradients[0], gradients[1]);
        by.CopyInputGradient(gradients[2], gradients[3]);
        Close(gradients[2], gradients[0]);
        Close(gradients[3], gradients[1]);
        foreach (ParameterEntry entry in net.Parameters.Table.Entries)
            Close(by.Gradient(entry.Name).ToArray(), loss.Gradient(entry.Name).ToArray());
    }

    [Fact]
    public void Every_span_is_checked_by_its_name()
    {
        var net = new SeveralNet(1);
        var trainer = new SeveralNet.Trainer(net, new SGD(0.1));
        float[] two = new float[2 * Samples];
        Frozen before = Frozen.Of(net, trainer);
        Refused("right", () => net.Predict(Left, new float[5], two, two));
        Refused("mask", () => net.Predict(Left, Right, new float[5], two));
        Refused("outputTarget", () => trainer.Step(Left, Right, [0, 1, 2], Mask));
        Refused("maskTarget", () => trainer.Step(Left, Right, Classes, [2, 0, 0, 0, 0, 0]));
        trainer.Forward(Left, Right);
        Refused("maskGradient", () => trainer.BackwardFrom(new float[5], two));
        before.IsStill(Frozen.Of(net, trainer));

        static void Refused(string name, Action call) => Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Theory]
    [InlineData("right", NonFiniteKind.Input)]
    [InlineData("maskTarget", NonFiniteKind.Input)]
    [InlineData("dense1.weight", NonFiniteKind.Parameter)]
    public void What_is_not_finite_is_told_by_its_name(string name, NonFiniteKind kind)
    {
        var net = new ElementsNet(1);
        var trainer = new ElementsNet.Trainer(net, new SGD(0.1)) { CheckFinite = true };
        float[] right = [.. Right], mask = [.. Mask];
        if (kind == NonFiniteKind.Parameter)
            net.Parameters[name].Fill(float.NaN);
        else
            (name == "right" ? right : mask)[3] = float.NaN;
        Frozen before = Frozen.Of(net, trainer);
        NonFiniteLossException exception = Assert.Throws<NonFiniteLossException>(() => trainer.Step(Left, right, Mask, mask));
        Assert.Equal(kind, exception.Kind);
        Assert.Contains($"'{name}'", exception.Message);
        before.IsStill(Frozen.Of(net, trainer));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var net = new SeveralNet(1);
        var trainer = new SeveralNet.Trainer(net, new SGD(0.1));
        float[] mask = new float[2 * Samples], scores = new float[2 * Samples];
        Batches batches = SeveralNet.Batches(Left, Right, Classes, Mask, 2);
        Allocations.AreNone(100, () => net.Predict(Left, Right, mask, scores));
        Allocations.AreNone(100, () => trainer.Step(Left, Right, Classes, Mask));
        Allocations.AreNone(100, () =>
        {
            foreach (Batch batch in batches.Epoch(0))
                trainer.Step(batch);
        });
    }

    [Fact]
    public void By_an_output_without_a_loss_only_the_caller_has_a_gradient()
    {
        float[] inputs = Numbers.Normal(3 * Samples, 1), targets = Numbers.Normal(2 * Samples, 2), some = Numbers.Normal(2 * Samples, 3);
        var net = new SideNet(1);
        SideNet.Trainer by = new(net, new SGD(0.1)), loss = new(net, new SGD(0.1));
        loss.Forward(inputs);
        loss.BackwardFrom(some, some);
        loss.ZeroGradients();

        // What the caller gave before is of no account.
        loss.Forward(inputs);
        loss.Backward(targets);
        float[] hidden = new float[2 * Samples], output = new float[2 * Samples];
        by.Forward(inputs);
        by.CopyOutput(hidden, output);
        by.BackwardFrom(new float[2 * Samples], [.. output.Zip(targets, (y, t) => 2 * (y - t) / (2 * Samples))]);
        foreach (ParameterEntry entry in net.Parameters.Table.Entries)
            Close(by.Gradient(entry.Name).ToArray(), loss.Gradient(entry.Name).ToArray());
    }

    [Fact]
    public void A_loss_over_one_class_adds_nothing()
    {
        OneClassNet.Trainer trainer = new(new OneClassNet(1), new SGD(0.1));
        float[] side = new float[5 * Samples], output = new float[Samples];
        trainer.Forward(Left);
        trainer.CopyOutput(side, output);
        double expected = Enumerable.Range(0, Samples).Average(i =>
            Math.Log(Enumerable.Range(5 * i, 5).Sum(j => Math.Exp(side[j]))) - side[5 * i + Classes[i]]);
        Assert.Equal(expected, trainer.Backward(Classes, new int[Samples]), 1e-5);
        Close([0], trainer.Gradient("dense2.bias").ToArray());
        Close(new float[5], trainer.Gradient("dense2.weight").ToArray());
    }

    [Fact]
    public void Only_networks_of_one_input_output_and_loss_have_the_typed_interfaces()
    {
        Assert.False(typeof(INetwork<float>).IsAssignableFrom(typeof(SeveralNet)));
        Assert.True(typeof(INetwork).IsAssignableFrom(typeof(SeveralNet)));
        Assert.True(typeof(ITrainer).IsAssignableFrom(typeof(SeveralNet.Trainer)));
        Assert.Equal((3, 2, 2, 2), (SeveralNet.LeftLength, SeveralNet.RightLength, SeveralNet.MaskLength, SeveralNet.OutputLength));
    }

    private static void Close(float[] expected, float[] actual) => Assert.Equal(expected, actual, (a, b) => MathF.Abs(a - b) < 1e-6f);
}
