using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

/// <summary>The pieces of a step: what Backward, BackwardFrom, ZeroGradients and Apply do to the gradients.</summary>
public class GradientTests
{
    private static readonly float[] First = Numbers.Normal(24, 1), Second = Numbers.Normal(9, 2);
    private static readonly float[] FirstTargets = Numbers.Normal(16, 3), SecondTargets = Numbers.Normal(6, 4);

    [Fact]
    public void Two_backward_passes_add_their_gradients()
    {
        float[][] first = Gradients((First, FirstTargets)), second = Gradients((Second, SecondTargets));
        float[][] both = Gradients((First, FirstTargets), (Second, SecondTargets));
        for (int tensor = 0; tensor < both.Length; tensor++)
            Assert.Equal(first[tensor].Zip(second[tensor], (a, b) => a + b), both[tensor], (a, b) => MathF.Abs(a - b) <= 1e-6f * (1 + MathF.Abs(a)));
    }

    [Fact]
    public void An_update_uses_what_was_added_and_the_next_pass_begins_anew()
    {
        var net = new SmoothNet(1);
        var trainer = new SmoothNet.Trainer(net, new SGD(0.5));
        Pass(trainer, First, FirstTargets);
        Pass(trainer, Second, SecondTargets);
        float[] weight = net.Dense2.Weight.ToArray(), gradient = trainer.Gradient(net.Dense2.Weight).ToArray();
        trainer.Apply();
        Assert.Equal(weight.Zip(gradient, (w, g) => w - 0.5f * g), net.Dense2.Weight.ToArray(), (a, b) => MathF.Abs(a - b) < 1e-6f);

        Pass(trainer, First, FirstTargets);
        var alone = new SmoothNet.Trainer(net, new SGD(0.5));
        Pass(alone, First, FirstTargets);
        Assert.Equal(alone.Gradient("dense2.weight").ToArray(), trainer.Gradient("dense2.weight").ToArray());
    }

    [Fact]
    public void Zeroed_gradients_are_zero_and_the_next_pass_begins_anew()
    {
        var net = new SmoothNet(1);
        var trainer = new SmoothNet.Trainer(net, new SGD(0.5));
        Pass(trainer, Second, SecondTargets);
        trainer.ZeroGradients();
        Assert.All(All(net, trainer), tensor => Assert.All(tensor, value => Assert.Equal(0f, value)));
        Pass(trainer, First, FirstTargets);
        Assert.Equal(Gradients((First, FirstTargets)), All(net, trainer));
    }

    [Fact]
    public void A_step_is_forward_backward_and_update()
    {
        var (whole, pieces) = (new NoisyNet(1), new NoisyNet(1));
        NoisyNet.Trainer a = new(whole, new Adam(0.01), seed: 3), b = new(pieces, new Adam(0.01), seed: 3);
        for (int step = 0; step < 3; step++)
        {
            float[] inputs = Numbers.Normal(24, (ulong)step);
            int[] labels = Numbers.Classes(8, 4, (ulong)step);
            float loss = a.Step(inputs, labels);
            b.Forward(inputs);
            Assert.Equal(loss, b.Backward(labels));
            b.Apply();
        }

        Frozen.Of(whole, a).IsStill(Frozen.Of(pieces, b));
        Assert.Equal(3u, a.Steps);
    }

    [Fact]
    public void BackwardFrom_with_the_losss_gradient_is_Backward()
    {
        int[] labels = Numbers.Classes(8, 4, 5);
        float[] soft = Numbers.Uniform(16, 6);
        Same<SmoothNet>(new(FirstTargets), (y, i) => (y[i] - FirstTargets[i]) * 2 / 16);
        Same<DeciderNet>(new(soft), (y, i) => (1 / (1 + MathF.Exp(-y[i])) - soft[i]) / 16);
        Same<ClassifierNet>(new(labels), (y, i) =>
        {
            float[] row = y[(i / 4 * 4)..(i / 4 * 4 + 4)];
            return (MathF.Exp(y[i]) / row.Sum(MathF.Exp) - (labels[i / 4] == i % 4 ? 1 : 0)) / 8;
        });

        static void Same<TNetwork>(Target targets, Func<float[], int, float> gradient)
        {
            AnyNetwork network = AnyNetwork.Of<TNetwork>();
            INetwork<float> net = network.New(1);
            AnyTrainer a = network.NewTrainer(net), b = network.NewTrainer(net);
            var output = new float[8 * network.OutputLength];
            a.Forward(First);
            a.CopyOutput(output);
            a.Backward(targets);
            b.Forward(First);
            b.BackwardFrom([.. output.Select((_, i) => gradient(output, i))]);
            foreach (ParameterEntry entry in net.Parameters.Table.Entries)
            {
                float[] expected = a.Trainer.Gradient(entry.Name).ToArray(), actual = b.Trainer.Gradient(entry.Name).ToArray();
                float largest = expected.Max(MathF.Abs);
                Assert.Equal(expected, actual, (x, y) => MathF.Abs(x - y) <= 1e-5f * largest);
            }
        }
    }

    [Fact]
    public void A_training_forward_pass_without_noise_or_statistics_is_the_networks()
    {
        var net = new SmoothNet(1);
        var trainer = new SmoothNet.Trainer(net, new SGD(0.5));
        float[] expected = new float[16], actual = new float[16];
        net.Forward(First, expected);
        trainer.Forward(First);
        trainer.CopyOutput(actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void The_input_gradient_is_there_where_it_is_asked_for()
    {
        Assert.NotNull(typeof(SmoothNet.Trainer).GetMethod("CopyInputGradient"));
        Assert.Null(typeof(ClassifierNet.Trainer).GetMethod("CopyInputGradient"));

        // dL/dx by finite differences of the loss.
        var net = new SmoothNet(1);
        var trainer = new SmoothNet.Trainer(net, new SGD(0.5));
        var gradient = new float[24];
        Pass(trainer, First, FirstTargets);
        trainer.CopyInputGradient(gradient);
        for (int i = 0; i < 24; i += 5)
        {
            const float Step = 1e-2f;
            float Loss(float shift)
            {
                float[] moved = [.. First];
                moved[i] += shift;
                return Pass(trainer, moved, FirstTargets);
            }

            Assert.Equal((Loss(Step) - Loss(-Step)) / (2 * Step), gradient[i], 2e-3f);
        }
    }

    private static float[][] Gradients(params (float[] Inputs, float[] Targets)[] passes)
    {
        var net = new SmoothNet(1);
        var trainer = new SmoothNet.Trainer(net, new SGD(0.5));
        foreach (var (inputs, targets) in passes)
            Pass(trainer, inputs, targets);
        return All(net, trainer);
    }

    private static float Pass(SmoothNet.Trainer trainer, float[] inputs, float[] targets)
    {
        trainer.Forward(inputs);
        return trainer.Backward(targets);
    }

    private static float[][] All(SmoothNet net, SmoothNet.Trainer trainer) =>
        [.. net.Parameters.Table.Entries.ToArray().Select(e => trainer.Gradient(e.Name).ToArray())];
}
