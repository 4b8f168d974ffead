using System.Buffers.Binary;
using System.Text.Json;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

[Network(MaxBatch = 5, InputGradient = true), Input(6)]
[Dense(6, Name = "tied"), Tanh, Dense(6, Share = "tied"), Tanh, Dense(6, Share = "dense2", Bias = false), Dense(2), MeanSquaredError]
public partial class TiedNet;

[Network(MaxBatch = 2, InputGradient = true), Input(1), Dense(1, Bias = false), Dense(1, Bias = false, Share = "dense1")]
public partial class SquareNet;

[Network(MaxBatch = 4), Input(2), BatchNorm(Momentum = 0.5), Multiply("batchnorm1", "batchnorm1"), BatchNorm(Share = "batchnorm1", Momentum = 0.5)]
public partial class TiedNormNet;

[Network(MaxBatch = 2), Input(3), Dense(3, Trainable = Trainable.Switchable), Tanh, Dense(3, Share = "dense1"), Dense(1), MeanSquaredError]
public partial class TiedSwitchedNet;

[Dense(Units, Name = "tied"), Tanh, Dense(Units, Share = "tied"), Tanh]
public sealed class TiedPairAttribute(int units) : BlockAttribute(units)
{
    private const int Units = 1;
}

[Network(MaxBatch = 4), Input(7), TiedPair(7), TiedPair(7), Dense(7, Share = "tiedpair1.tied"), Dense(2), MeanSquaredError]
public partial class TiedBlocksNet;

[Network(MaxBatch = 4), Input(7), Dense(7, Name = "a"), Tanh, Dense(7, Share = "a"), Tanh, Dense(7, Name = "b"), Tanh, Dense(7, Share = "b"), Tanh]
[Dense(7, Share = "a"), Dense(2), MeanSquaredError]
public partial class WrittenOutNet;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 5, 4), Conv2D(3, 3, Padding = 1), Tanh, Conv2D(3, 3, Padding = 1, Share = "conv1")]
[Flatten, Dense(7), Tanh, Dense(7), Tanh, Dense(7, Share = "dense2"), Dense(2), MeanSquaredError]
public partial class TiedWindowsNet;

// 3·27 + 3 of the convolutions, 7·60 + 7, 7·7 + 7, 2·7 + 2 parameters. Twice 60·55 operations of the convolutions, 60, 7·121, twice 7·15, twice 7, 2·15.
public class TiedWindowsTests() : LayerContract<TiedWindowsNet>(
    new(Input: 60, Output: 2, Parameters: 84 + 427 + 56 + 16, Flops: 6600 + 60 + 847 + 210 + 14 + 30));

// 6·6 + 6 and 2·6 + 2 parameters. Twice 6·13 and once 6·12 operations, two activations of 6, 2·13.
public class TiedTests() : LayerContract<TiedNet>(new(Input: 6, Output: 2, Parameters: 56, Flops: 156 + 72 + 12 + 26));

/// <summary>Layers that use another's parameters.</summary>
public class ShareTests
{
    [Fact]
    public void Gradients_add_up()
    {
        var net = new SquareNet();
        net.Dense1.Weight[0, 0] = 3;
        var trainer = new SquareNet.Trainer(net, new SGD(1));
        float[] y = new float[1], dx = new float[1];
        trainer.Forward([2]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([10]);
        trainer.CopyInputGradient(dx);

        // y = w²·x, so dw = 2·w·x·dy and dx = w²·dy.
        Assert.Equal([18f], y);
        Assert.Equal([120f], trainer.Gradient(net.Dense1.Weight).ToArray());
        Assert.Equal([90f], dx);
        Assert.Equal(["dense1.weight"], net.Parameters.Table.Entries.ToArray().Select(entry => entry.Name));
    }

    /// <summary>Names are those of the block's own layers, at each of its uses; from outside a layer is named in full.</summary>
    [Fact]
    public void Layers_of_a_block_share_within_each_use()
    {
        var (blocks, written) = (new TiedBlocksNet(seed: 1), new WrittenOutNet(seed: 2));
        string[] names = [.. blocks.Parameters.Table.Entries.ToArray().Select(entry => entry.Name)], plain = [.. written.Parameters.Table.Entries.ToArray().Select(entry => entry.Name)];
        Assert.Equal(
            ["tiedpair1.tied.weight", "tiedpair1.tied.bias", "tiedpair2.tied.weight", "tiedpair2.tied.bias", "dense2.weight", "dense2.bias"], names);
        foreach (var (name, other) in names.Zip(plain))
            written.Parameters[other].CopyFrom(blocks.Parameters[name].ToArray());
        var (first, second) = (new TiedBlocksNet.Trainer(blocks, new SGD(0.1)), new WrittenOutNet.Trainer(written, new SGD(0.1)));
        float[] x = Numbers.Normal(4 * 7, 1), t = Numbers.Normal(4 * 2, 2);
        for (int step = 0; step < 2; step++)
            Assert.Equal(first.Step(x, t), second.Step(x, t));
        foreach (var (name, other) in names.Zip(plain))
            Assert.Equal(blocks.Parameters[name].ToArray(), written.Parameters[other].ToArray());
    }

    /// <summary>A file has each tensor once, under the name of the layer that owns it, as the file of a module that PyTorch calls twice has.</summary>
    [Fact]
    public void Files_hold_them_once()
    {
        using var file = new MemoryStream();
        var net = new TiedNet(seed: 1);
        net.Parameters.Save(file);
        byte[] bytes = file.ToArray();
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(8, (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes)));
        Assert.Equal(["dense4.bias", "dense4.weight", "tied.bias", "tied.weight"], header.RootElement.EnumerateObject().Select(p => p.Name).Where(n => n.Contains('.')).Order());

        var loaded = new TiedNet(seed: 2);
        file.Position = 0;
        loaded.Parameters.Load(file);
        float[] x = Numbers.Normal(6, 1), expected = new float[2], actual = new float[2];
        net.Predict(x, expected);
        loaded.Predict(x, actual);
        Assert.Equal(expected, actual);
    }

    /// <summary>Running statistics move once for each use, in the order of the layers, as of a module that PyTorch calls twice.</summary>
    [Fact]
    public void States_move_with_each_use()
    {
        var net = new TiedNormNet();
        var trainer = new TiedNormNet.Trainer(net, new SGD(0.1));
        trainer.Forward([1, 0, 3, 8, 1, 0, 3, 8]);
        trainer.BackwardFrom(new float[8]);

        // The means of the batch are 2 and 4, of the squares of normal numbers very nearly 1.
        float[] mean = net.BatchNorm1.RunningMean.ToArray();
        Assert.Equal((0.5 * (0.5 * 2)) + (0.5 * 1), mean[0], 1e-4);
        Assert.Equal((0.5 * (0.5 * 4)) + (0.5 * 1), mean[1], 1e-4);
    }

    [Fact]
    public void Frozen_parameters_are_frozen_for_all_who_share_them()
    {
        var net = new TiedSwitchedNet(1);
        var trainer = new TiedSwitchedNet.Trainer(net, new SGD(0.1));
        float[] before = net.Dense1.Weight.ToArray(), head = net.Dense3.Weight.ToArray();
        trainer.Freeze("dense1");
        trainer.Step([1, 2, 3, 4, 5, 6], [1, -1]);
        Assert.Equal(before, net.Dense1.Weight.ToArray());
        Assert.NotEqual(head, net.Dense3.Weight.ToArray());
        trainer.Thaw("dense1");
        trainer.Step([1, 2, 3, 4, 5, 6], [1, -1]);
        Assert.NotEqual(before, net.Dense1.Weight.ToArray());
    }
}
