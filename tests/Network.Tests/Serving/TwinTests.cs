using StaticNet.Network.Tests.BadInput;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Serving;

[Network(Of = typeof(ClassNet), MaxBatch = 1)]
public partial class SingleClassNet;

/// <summary>A network at another MaxBatch, and networks that share or copy parameters.</summary>
public class TwinTests
{
    private static ClassNet Trained() => new Refusal().Net;

    [Fact]
    public void A_twin_has_names_parameters_and_files_of_its_original()
    {
        Assert.Equal((1, 4), (SingleClassNet.MaxBatch, ClassNet.MaxBatch));
        Assert.Equal(ClassNet.ParameterCount, SingleClassNet.ParameterCount);
        Assert.True(SingleClassNet.ArenaBytes < ClassNet.ArenaBytes);
        ClassNet net = Trained();
        var file = new MemoryStream();
        net.Save(file);
        var twin = new SingleClassNet(seed: 9);
        file.Position = 0;
        twin.Load(file);
        var again = new MemoryStream();
        twin.Save(again);
        Assert.Equal(file.ToArray(), again.ToArray());
        Assert.Equal(net.BatchNorm1.RunningMean.ToArray(), twin.BatchNorm1.RunningMean.ToArray());
    }

    [Fact]
    public void A_twin_predicts_what_its_original_does()
    {
        ClassNet net = Trained();
        var twin = new SingleClassNet(seed: 9);
        twin.CopyFrom(net);
        float[] expected = new float[16], actual = new float[4];
        net.Predict(Refusal.Inputs, expected);
        for (int i = 0; i < 4; i++)
        {
            twin.Predict(Refusal.Inputs.AsSpan(3 * i, 3), actual);
            for (int k = 0; k < 4; k++)
                Assert.Equal(expected[4 * i + k], actual[k], 1e-6f);
        }
    }

    [Fact]
    public void The_same_seed_gives_both_the_same_numbers()
    {
        var (net, twin) = (new ClassNet(5), new SingleClassNet(5));
        Assert.Equal(net.Dense1.Weight.ToArray(), twin.Dense1.Weight.ToArray());
        Assert.Equal(net.Dense2.Bias.ToArray(), twin.Dense2.Bias.ToArray());
    }

    [Fact]
    public void A_copy_is_of_its_own_and_allocates_nothing()
    {
        ClassNet net = Trained(), copy = new(7);
        Allocations.AreNone(10, () => copy.CopyFrom(net));
        Frozen.Of(net).IsStill(Frozen.Of(copy));
        net.Dense1.Weight.Fill(0);
        Assert.NotEqual(0f, copy.Dense1.Weight[0, 0]);
    }

    [Fact]
    public void Another_network_is_refused_and_nothing_changes()
    {
        ClassNet net = Trained();
        Frozen before = Frozen.Of(net);
        Assert.Contains("has other parameters", Assert.Throws<ArgumentException>(() => net.CopyFrom(new NumberNet())).Message);
        Assert.Throws<ArgumentNullException>(() => net.CopyFrom(null!));
        before.IsStill(Frozen.Of(net));
        net.Predict(Refusal.Inputs, new float[16]);
    }

    [Fact]
    public void What_one_instance_learns_all_that_share_it_see()
    {
        var net = new ClassNet(1);
        ClassNet shared = net.Share(), second = shared.Share();
        float[] before = new float[16], after = new float[16], seen = new float[16];
        shared.Predict(Refusal.Inputs, before);
        new ClassNet.Trainer(net, new SGD(0.5)).Step(Refusal.Inputs, Refusal.Labels);
        net.Predict(Refusal.Inputs, after);
        second.Predict(Refusal.Inputs, seen);
        Assert.NotEqual(before, after);
        Assert.Equal(after, seen);
        shared.Load(Saved(new ClassNet(1)));
        net.Predict(Refusal.Inputs, after);
        Assert.Equal(before, after);
    }

    private static byte[] Saved(ClassNet net)
    {
        var stream = new MemoryStream();
        net.Save(stream);
        return stream.ToArray();
    }
}
