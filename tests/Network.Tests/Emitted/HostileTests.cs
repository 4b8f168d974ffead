using Company.System;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Emitted;

/// <summary>As <see cref="HostileNet"/>, in a project without its options.</summary>
[Network(MaxBatch = 9, InputGradient = true), Input(5), Dense(20), BatchNorm, ReLU, Dropout(0.25), Dense(7), Tanh, Dense(4), SoftmaxCrossEntropy]
public partial class TwinNet;

/// <summary>Networks of a project with checked arithmetic, no nullable context, no implicit usings and every analyzer.</summary>
public class HostileTests
{
    [Fact]
    public void Checked_arithmetic_changes_no_bit() => Train<TwinNet>().IsStill(Train<HostileNet>());

    [Fact]
    public void Nested_and_global_networks_run()
    {
        var output = new float[3];
        Outer.Run([1, 2, 3, 4, 5], output);
        Assert.All(output, p => Assert.InRange(p, 0, 1));
        new GlobalNet.Trainer(new GlobalNet(1), new SGD(0.1)).Step(new float[6], new float[20]);
    }

    private static Frozen Train<TNetwork>()
    {
        AnyNetwork network = AnyNetwork.Of<TNetwork>();
        INetwork<float> net = network.New(3);
        AnyTrainer trainer = network.NewTrainer(net, new Adam(0.01), 4);
        foreach (int n in new[] { 9, 4, 2, 7 })
            trainer.Step(network.Inputs(n), network.Targets(n));
        return Frozen.Of(net, trainer.Trainer);
    }
}
