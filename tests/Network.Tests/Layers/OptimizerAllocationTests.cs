using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Random;

namespace StaticNet.Network.Tests.Layers;

/// <summary>Steps with every optimizer and every form of its rule; the numbers themselves are compared in the Runtime's tests.</summary>
public class OptimizerAllocationTests
{
    private static readonly Func<Optimizer>[] Optimizers =
    [
        .. RandomOptimizer.Forms.Select<Func<double, Optimizer>, Func<Optimizer>>(form => () => form(0.01)),
        () => new SGD(0.01) { Momentum = 0.9, ClipNorm = 0.5, MaxNorm = 2, EmaDecay = 0.99 },
        () => new Adam(0.01) { ClipValue = 0.1, L1 = 1e-3, L2 = 1e-3, Groups = [ParameterGroup.NoDecay, new() { LearningRateFactor = 0.5 }] },
        () => new LAMB(0.01) { ClipNorm = 0.5, MaxNorm = 2, EmaDecay = 0.99 },
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Optimizers.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_thousand_steps_allocate_nothing(int index)
    {
        var net = new DropoutNet(1);
        Optimizer optimizer = Optimizers[index]();
        var trainer = new DropoutNet.Trainer(net, optimizer);
        float[] inputs = Numbers.Normal(36, 1), targets = new float[12];
        float first = trainer.Step(inputs, targets);
        float[] before = net.Dense1.Weight.ToArray();
        Allocations.AreNone(1000, () => trainer.Step(inputs, targets));
        Assert.NotEqual(before, net.Dense1.Weight.ToArray());
        Assert.True(trainer.Step(inputs, targets) < first);
        Assert.Equal(optimizer.Slots * 4L * net.Parameters.Table.TrainableLength, DropoutNet.TrainingBytesWith(optimizer.Slots) - DropoutNet.TrainingBytes);
    }

    // What an optimizer allocates when it is bound: one array for each slot, and nothing for clipping, norms and projections.
    [Fact]
    public void Slots_are_all_that_it_allocates()
    {
        foreach (Func<Optimizer> make in Optimizers)
        {
            Optimizer optimizer = make();
            _ = new DropoutNet.Trainer(new DropoutNet(1), optimizer);
            Assert.Equal(optimizer.Slots, optimizer.State.Length);
        }
    }

    [Fact]
    public void Every_optimizer_is_here() => Assert.Equal(
        typeof(Optimizer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Optimizer))).OrderBy(type => type.Name),
        Optimizers.Select(make => make().GetType()).Distinct().OrderBy(type => type.Name));
}
