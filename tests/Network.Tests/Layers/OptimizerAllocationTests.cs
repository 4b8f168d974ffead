using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Random;
using StaticNet.Oracle;

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

    private long _allocated;

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

    // Clipping, norms and projections have no memory of their own: beside the slots there is the table of segments, far below one slot's size.
    [Theory]
    [MemberData(nameof(Indices))]
    public void Slots_are_all_that_it_allocates(int index)
    {
        ParameterStore parameters = new StartedNet(1).Parameters;
        Bind();
        Optimizer optimizer = Bind();
        Assert.Equal(optimizer.Slots, optimizer.State.Length);
        long slots = optimizer.State.ToArray().Sum(slot => sizeof(float) * (long)slot.Values.Length);
        Assert.InRange(_allocated - slots, 0, sizeof(float) * parameters.Table.TrainableLength / 4);
        Assert.All(optimizer.State.ToArray(), slot => Assert.InRange(slot.Values.Length - parameters.Table.TrainableLength, 0, 1100));

        Optimizer Bind()
        {
            (Optimizer made, _allocated) = Allocated.By(Optimizers[index], one => one.Bind(parameters, parameters));
            return made;
        }
    }

    [Fact]
    public void Every_optimizer_is_here() => Assert.Equal(
        typeof(Optimizer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Optimizer))).OrderBy(type => type.Name),
        Optimizers.Select(make => make().GetType()).Distinct().OrderBy(type => type.Name));
}
