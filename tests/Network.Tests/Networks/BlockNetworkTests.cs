using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Networks;

/// <summary>Two residual blocks.</summary>
[Network(MaxBatch = 3), Input(4, 5, 5), BasicBlock(4), BasicBlock(4), Flatten, Dense(2), SoftmaxCrossEntropy]
public partial class BlockNet;

/// <summary>The same by hand.</summary>
[Network(MaxBatch = 3), Input(4, 5, 5)]
[Conv2D(4, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(4, 3, Padding = 1, Bias = false), BatchNorm(Name = "a"), Add("a", "input"), ReLU(Name = "b")]
[Conv2D(4, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(4, 3, Padding = 1, Bias = false), BatchNorm(Name = "c"), Add("c", "b"), ReLU]
[Flatten, Dense(2), SoftmaxCrossEntropy]
public partial class FlatNet;

public class BlockNetworkTests
{
    [Fact]
    public void Blocks_train_as_their_layers_do()
    {
        float[] images = Numbers.Normal(3 * 100, 1), ours = new float[6], theirs = new float[6];
        int[] labels = [0, 1, 1];
        BlockNet net = new(1);
        FlatNet flat = new(1);
        for (int i = 0; i < net.Parameters.Table.Entries.Length; i++)
            flat.Parameters[i].CopyFrom(net.Parameters[i].ToArray());
        BlockNet.Trainer trainer = new(net, new SGD(0.1));
        FlatNet.Trainer other = new(flat, new SGD(0.1));
        for (int step = 0; step < 3; step++)
            Assert.Equal(other.Step(images, labels), trainer.Step(images, labels));
        net.Predict(images, ours);
        flat.Predict(images, theirs);
        Assert.Equal(theirs, ours);
    }

    [Fact]
    public void Tensors_are_named_and_viewed_through_their_blocks()
    {
        BlockNet net = new(1);
        net.BasicBlock2.Conv1.Weight[3, 2, 1, 0] = 7;
        Assert.Equal(7, net.Parameters["basicblock2.conv1.weight"][3, 2, 1, 0]);
        Assert.Equal(4, net.BasicBlock1.Main.RunningMean.Count);
        Assert.Contains("basicblock1.main", BlockNet.Summary());
    }
}
