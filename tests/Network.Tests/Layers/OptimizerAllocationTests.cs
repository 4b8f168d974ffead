using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

/// <summary>Steps with every optimizer and every form of its rule; the numbers themselves are compared in the Runtime's tests.</summary>
public class OptimizerAllocationTests
{
    private static readonly Dictionary<string, Func<Optimizer>> Optimizers = new()
    {
        ["SGD"] = () => new SGD(0.01),
        ["SGD with decay"] = () => new SGD(0.01) { WeightDecay = 0.1 },
        ["SGD with momentum"] = () => new SGD(0.01) { Momentum = 0.9 },
        ["SGD with Nesterov's momentum"] = () => new SGD(0.01) { Momentum = 0.9, Nesterov = true },
        ["Adam"] = () => new Adam(0.01),
        ["Adam with decay"] = () => new Adam(0.01) { WeightDecay = 0.1 },
        ["AdamW"] = () => new AdamW(0.01),
    };

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_thousand_steps_allocate_nothing(string name)
    {
        var net = new DropoutNet(1);
        Optimizer optimizer = Optimizers[name]();
        var trainer = new DropoutNet.Trainer(net, optimizer);
        float[] inputs = Numbers.Normal(36, 1), targets = new float[12];
        float first = trainer.Step(inputs, targets);
        float[] before = net.Dense1.Weight.ToArray();
        Allocations.AreNone(1000, () => trainer.Step(inputs, targets));
        Assert.NotEqual(before, net.Dense1.Weight.ToArray());
        Assert.True(trainer.Step(inputs, targets) < first);
        Assert.Equal(optimizer.Slots * 4L * net.Parameters.Table.TrainableLength, DropoutNet.TrainingBytesWith(optimizer.Slots) - DropoutNet.TrainingBytes);
    }

    [Fact]
    public void Every_optimizer_is_here() => Assert.Equal(
        typeof(Optimizer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Optimizer))).OrderBy(type => type.Name),
        Optimizers.Values.Select(make => make().GetType()).Distinct().OrderBy(type => type.Name));
}
