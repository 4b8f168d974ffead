using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

[Network(MaxBatch = 8), Input(20), Dense(64), Tanh, Dense(48), Tanh, Dense(4), SoftmaxCrossEntropy]
public partial class WholeNet;

[Network(MaxBatch = 8), Input(20), Dense(64, Trainable = Trainable.Never), Tanh, Dense(48, Trainable = Trainable.Never), Tanh, Dense(4), SoftmaxCrossEntropy]
public partial class FixedNet;

[Network(MaxBatch = 8), Input(48), Dense(4), SoftmaxCrossEntropy]
public partial class HeadNet;

[Network(MaxBatch = 8), Input(20), Dense(64, Trainable = Trainable.Switchable), Tanh, Dense(48, Trainable = Trainable.Switchable), Tanh, Dense(4), SoftmaxCrossEntropy]
public partial class SwitchedNet;

[Network(MaxBatch = 5, InputGradient = true), Input(3, 6, 5)]
[Conv2D(4, 3, Trainable = Trainable.Never), BatchNorm(Trainable = Trainable.Never), ReLU, Conv2D(5, 2, Trainable = Trainable.Switchable), Tanh, Flatten, Dense(3), MeanSquaredError]
public partial class PartlyFixedNet;

[Network(MaxBatch = 4), Input(3, Type = Element.Int32, Name = "tokens"), Embedding(5, 4, Trainable = Trainable.Switchable)]
[MultiHeadAttention(2, Trainable = Trainable.Switchable), GRU(3), Dense(2), MeanSquaredError]
public partial class SwitchedSequenceNet;

[Network(MaxBatch = 4), Input(5), Dense(3, Trainable = Trainable.Never), Tanh, MeanSquaredError]
public partial class AllFixedNet;

// 4·27 + 4, 2·4, 5·16 + 5, 3·30 + 3 parameters. 12·4·55 of the first convolution, 48·4 and 4·3 of the normalisation, 48, 6·5·33, 30, 3·61 operations.
public class PartlyFixedTests() : LayerContract<PartlyFixedNet>(new(Input: 90, Output: 3, Parameters: 112 + 8 + 85 + 93, Flops: 2640 + 204 + 48 + 990 + 30 + 183));

/// <summary>Layers that are never trained, and those that a trainer freezes and thaws.</summary>
public class TrainableTests
{
    private const int Samples = 8;

    private static readonly float[] Inputs = Numbers.Normal(Samples * 20, 1);
    private static readonly int[] Labels = Numbers.Classes(Samples, 4, 2);

    /// <summary>Of what lies below the first trained layer, training has the inputs and the activations of the forward pass, which share their places.</summary>
    [Fact]
    public void What_is_never_trained_takes_no_memory_of_training()
    {
        Assert.Equal(HeadNet.TrainingBytesWith(1) - HeadNet.TrainingBytes, FixedNet.TrainingBytesWith(1) - FixedNet.TrainingBytes);
        Assert.InRange(FixedNet.TrainingBytes, HeadNet.TrainingBytes, HeadNet.TrainingBytes + sizeof(float) * Samples * (32 + 64));
        Assert.InRange(FixedNet.TrainingBytes, 0, WholeNet.TrainingBytes / 3);
        Assert.Equal(WholeNet.ParameterCount, FixedNet.ParameterCount);
        Assert.Equal(WholeNet.TrainingBytes, SwitchedNet.TrainingBytes);
    }

    [Fact]
    public void What_is_trained_moves_as_in_the_whole_network()
    {
        var (whole, fixedNet) = (new WholeNet(1), new FixedNet(2));
        fixedNet.CopyFrom(whole);
        Assert.Equal(new WholeNet.Trainer(whole, new Adam(0.01)).Step(Inputs, Labels), new FixedNet.Trainer(fixedNet, new Adam(0.01)).Step(Inputs, Labels));
        Assert.Equal(whole.Dense3.Weight.ToArray(), fixedNet.Dense3.Weight.ToArray());
        Assert.Equal(whole.Dense3.Bias.ToArray(), fixedNet.Dense3.Bias.ToArray());
    }

    [Theory]
    [InlineData("embedding1")]
    [InlineData("multiheadattention1")]
    public void A_frozen_layer_keeps_each_of_its_tensors(string layer)
    {
        SwitchedSequenceNet net = new(1);
        SwitchedSequenceNet.Trainer trainer = new(net, new SGD(0.1) { Momentum = 0.9 });
        int[] tokens = [0, 1, 4, 2, 2, 3];
        float[] targets = [1, 0, 0, 1];
        trainer.Step(tokens, targets);
        trainer.Freeze(layer);
        Assert.All(net.Parameters.Table.Entries.ToArray().Select(entry => entry.Name), name =>
        {
            float[] before = net.Parameters[name].ToArray();
            trainer.Step(tokens, targets);
            Assert.Equal(name.StartsWith(layer, StringComparison.Ordinal), before.SequenceEqual(net.Parameters[name].ToArray()));
        });
        trainer.Thaw(layer);
        float[] frozen = net.Parameters[$"{layer}.{(layer == "embedding1" ? "weight" : "out_proj.weight")}"].ToArray();
        trainer.Step(tokens, targets);
        Assert.NotEqual(frozen, net.Parameters[$"{layer}.{(layer == "embedding1" ? "weight" : "out_proj.weight")}"].ToArray());
    }

    [Fact]
    public void What_is_never_trained_stays_and_is_stored_under_its_name()
    {
        var (whole, fixedNet) = (new WholeNet(1), new FixedNet(2));
        var file = new MemoryStream();
        whole.Save(file);
        file.Position = 0;
        fixedNet.Load(file);
        var trainer = new FixedNet.Trainer(fixedNet, new SGD(0.1) { Momentum = 0.9, WeightDecay = 0.5, MaxNorm = 0.1, EmaDecay = 0.5 });
        for (int step = 0; step < 3; step++)
            trainer.Step(Inputs, Labels);
        foreach (string name in new[] { "dense1.weight", "dense1.bias", "dense2.weight", "dense2.bias" })
        {
            Assert.Equal(whole.Parameters[name].ToArray(), fixedNet.Parameters[name].ToArray());
            Assert.Throws<KeyNotFoundException>(() => trainer.Gradient(name));
        }

        trainer.Average.Swap();
        Assert.Equal(whole.Dense1.Weight.ToArray(), fixedNet.Dense1.Weight.ToArray());
        Assert.NotEqual(whole.Dense3.Weight.ToArray(), fixedNet.Dense3.Weight.ToArray());
        Assert.Throws<InvalidOperationException>(() => new FixedNet.Trainer(fixedNet, new SGD(0.1) { Groups = [new() { Layers = ["dense1"] }] }));
    }

    [Fact]
    public void Nothing_need_be_trained()
    {
        var net = new AllFixedNet(1);
        float[] before = net.Dense1.Weight.ToArray(), x = Numbers.Normal(20, 3), y = Numbers.Normal(12, 4);
        var trainer = new AllFixedNet.Trainer(net, new Adam(0.1) { ClipNorm = 1 });
        Assert.Equal(trainer.Step(x, y), trainer.Step(x, y));
        Assert.Equal(before, net.Dense1.Weight.ToArray());
        Assert.Contains("no layer of the network is trained", Assert.Throws<KeyNotFoundException>(() => trainer.Gradient("dense1.weight")).Message);
    }

    /// <summary>Neither decay nor momentum nor a bound of the norm moves it; what it remembers serves it again.</summary>
    [Fact]
    public void A_frozen_layer_stays_until_it_is_thawed()
    {
        var net = new SwitchedNet(1);
        var trainer = new SwitchedNet.Trainer(net, new SGD(0.1) { Momentum = 0.9, WeightDecay = 0.1, MaxNorm = 0.9 });
        trainer.Step(Inputs, Labels);
        trainer.Freeze("dense1");
        Assert.True(trainer.IsFrozen("dense1"));
        Assert.False(trainer.IsFrozen("dense2"));
        float[] weight = net.Dense1.Weight.ToArray(), bias = net.Dense1.Bias.ToArray(), second = net.Dense2.Weight.ToArray();
        trainer.Step(Inputs, Labels);
        Assert.Equal(weight, net.Dense1.Weight.ToArray());
        Assert.Equal(bias, net.Dense1.Bias.ToArray());
        Assert.All(trainer.Gradient(net.Dense1.Weight).ToArray(), gradient => Assert.Equal(0, gradient));
        Assert.NotEqual(second, net.Dense2.Weight.ToArray());

        trainer.Freeze("dense2");
        second = net.Dense2.Weight.ToArray();
        float[] third = net.Dense3.Weight.ToArray();
        trainer.Step(Inputs, Labels);
        Assert.Equal(weight, net.Dense1.Weight.ToArray());
        Assert.Equal(second, net.Dense2.Weight.ToArray());
        Assert.NotEqual(third, net.Dense3.Weight.ToArray());

        trainer.Thaw("dense1");
        trainer.Step(Inputs, Labels);
        Assert.NotEqual(weight, net.Dense1.Weight.ToArray());
        Assert.Equal(second, net.Dense2.Weight.ToArray());
    }

    [Theory]
    [InlineData()]
    [InlineData("dense1")]
    [InlineData("dense2")]
    [InlineData("dense1", "dense2")]
    public void The_gradients_of_the_others_are_those_of_the_whole_network(params string[] frozen)
    {
        var (whole, net) = (new WholeNet(1), new SwitchedNet(2));
        net.CopyFrom(whole);
        var (of, trainer) = (new WholeNet.Trainer(whole, new SGD(0.1)), new SwitchedNet.Trainer(net, new SGD(0.1) { ClipNorm = 1 }));
        foreach (string layer in frozen)
            trainer.Freeze(layer);
        of.Forward(Inputs);
        trainer.Forward(Inputs);
        Assert.Equal(of.Backward(Labels), trainer.Backward(Labels));
        double squares = 0;
        foreach (ParameterEntry entry in whole.Parameters.Table.Entries)
        {
            float[] gradient = trainer.Gradient(entry.Name).ToArray();
            Assert.Equal(frozen.Contains(entry.Layer) ? new float[entry.Count] : of.Gradient(entry.Name).ToArray(), gradient);
            squares += gradient.Sum(g => (double)g * g);
        }

        trainer.Apply();
        Assert.Equal(Math.Sqrt(squares), trainer.Optimizer.GradientNorm, 1e-5);
    }

    [Fact]
    public void A_wrong_name_and_gathered_gradients_are_refused()
    {
        var trainer = new SwitchedNet.Trainer(new(1), new SGD(0.1));
        Assert.StartsWith(
            "'dense3' is no layer that can be frozen: write 'dense1', the nearest of 'dense1', 'dense2'.", Assert.Throws<ArgumentException>(() => trainer.Freeze("dense3")).Message);
        Assert.StartsWith(
            "'dense1' is no layer that can be frozen: declare it with Trainable = Trainable.Switchable.",
            Assert.Throws<ArgumentException>(() => new WholeNet.Trainer(new(1), new SGD(0.1)).Freeze("dense1")).Message);
        trainer.Forward(Inputs);
        trainer.Backward(Labels);
        Assert.Throws<InvalidOperationException>(() => trainer.Freeze("dense1"));
        Assert.False(trainer.IsFrozen("dense1"));
        trainer.ZeroGradients();
        trainer.Freeze("dense1");
    }
}
