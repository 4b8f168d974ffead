using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

/// <summary>Several backward passes before one update: their sum by Apply, their mean by ApplyMean.</summary>
public class AccumulationTests
{
    private static readonly float[] Inputs = Numbers.Normal(24, 1), Targets = Numbers.Normal(16, 3);

    [Fact]
    public void The_mean_over_passes_is_the_step_of_one_large_batch()
    {
        Check(() => new SGD(0.5));
        Check(() => new Adam(0.01) { ClipNorm = 0.1 });
        Check(() => new LAMB(0.01) { ClipValue = 0.01, L1 = 0.1 });

        static void Check(Func<Optimizer> optimizer)
        {
            var (whole, parts) = (new SmoothNet(1), new SmoothNet(1));
            SmoothNet.Trainer a = new(whole, optimizer()), b = new(parts, optimizer());
            for (int step = 0; step < 5; step++)
            {
                a.Step(Inputs, Targets);
                foreach (int part in (int[])[0, 1, 2, 3])
                {
                    b.Forward(Inputs.AsSpan(part * 6, 6));
                    b.Backward(Targets.AsSpan(part * 4, 4));
                }

                b.ApplyMean();
            }

            float[] expected = whole.Dense1.Weight.ToArray(), actual = parts.Dense1.Weight.ToArray();
            Assert.Equal(expected, actual, (x, y) => MathF.Abs(x - y) < 1e-5f);
        }
    }

    [Fact]
    public void The_sum_over_passes_is_a_step_with_so_many_times_the_rate()
    {
        var (whole, parts) = (new SmoothNet(1), new SmoothNet(1));
        SmoothNet.Trainer a = new(whole, new SGD(0.4)), b = new(parts, new SGD(0.1));
        a.Step(Inputs, Targets);
        for (int pass = 0; pass < 4; pass++)
        {
            b.Forward(Inputs);
            b.Backward(Targets);
        }

        b.Apply();
        Assert.Equal(whole.Dense1.Weight.ToArray(), parts.Dense1.Weight.ToArray(), (x, y) => MathF.Abs(x - y) < 1e-6f);
    }

    [Fact]
    public void The_count_of_passes_begins_anew()
    {
        var net = new SmoothNet(1);
        var trainer = new SmoothNet.Trainer(net, new SGD(0.5));
        Pass();
        Pass();
        trainer.ZeroGradients();
        Pass();
        float[] weight = net.Dense1.Weight.ToArray(), gradient = trainer.Gradient("dense1.weight").ToArray();
        trainer.ApplyMean();
        Assert.Equal(weight.Zip(gradient, (w, g) => w - 0.5f * g), net.Dense1.Weight.ToArray(), (x, y) => MathF.Abs(x - y) < 1e-6f);
        Assert.Equal(
            "There are no gradients to apply: call Backward(target) or Step(…) first.",
            Assert.Throws<InvalidOperationException>(trainer.ApplyMean).Message);

        void Pass()
        {
            trainer.Forward(Inputs);
            trainer.Backward(Targets);
        }
    }

    [Fact]
    public void It_allocates_nothing()
    {
        var trainer = new SmoothNet.Trainer(new SmoothNet(1), new Adam { ClipNorm = 1 });
        Allocations.AreNone(100, () =>
        {
            trainer.Forward(Inputs);
            trainer.Backward(Targets);
            trainer.ApplyMean();
        });
    }
}
