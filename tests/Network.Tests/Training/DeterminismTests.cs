using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

public class DeterminismTests
{
    [Fact]
    public void A_seed_determines_the_parameters()
    {
        Frozen.Of(new NoisyNet(7)).IsStill(Frozen.Of(new NoisyNet(7)));
        Assert.NotEqual(new NoisyNet(7).Dense1.Weight.ToArray(), new NoisyNet(8).Dense1.Weight.ToArray());
    }

    [Fact]
    public void A_seed_determines_training_with_noise()
    {
        Run(1, 2, 3).IsStill(Run(1, 2, 3));
        Assert.ThrowsAny<Exception>(() => Run(1, 2, 3).IsStill(Run(1, 2, 4)));
        Assert.ThrowsAny<Exception>(() => Run(1, 2, 3).IsStill(Run(1, 3, 3)));
    }

    [Fact]
    public void The_first_bits_are_those_of_every_platform() => Assert.Equal(
        [0.181407839f, 1.01887131f, 0.681424201f],
        new NoisyNet(7).Dense1.Weight.ToArray()[..3]);

    private static Frozen Run(ulong network, ulong noise, ulong order)
    {
        var net = new NoisyNet(network);
        var trainer = new NoisyNet.Trainer(net, new Adam(0.01), noise);
        Batches batches = NoisyNet.Batches(Numbers.Normal(60, 1), Numbers.Classes(20, 4, 2), 8, order);
        for (int epoch = 0; epoch < 5; epoch++)
        {
            foreach (Batch batch in batches.Epoch(epoch))
                trainer.Step(batch);
        }

        return Frozen.Of(net, trainer);
    }
}
