using StaticNet.Network.Tests.Layers;

namespace StaticNet.Network.Tests.Training;

/// <summary>The gradient by the input is left out where it is not wanted; all others stay what they are, bit for bit.</summary>
public class InputGradientTests
{
    [Fact]
    public void What_is_not_wanted_is_not_computed()
    {
        var (with, without) = (Trained(new PhasesNet(1), wanted: true), Trained(new PhasesNet(1), wanted: false));
        float[] dx = new float[2 * PhasesNet.InputLength];
        with.CopyInputGradient(dx);

        Assert.Contains(dx, value => value != 0);
        Assert.Equal(with.Gradient("conv1.weight").ToArray(), without.Gradient("conv1.weight").ToArray());
        Assert.Equal(with.Gradient("dense1.bias").ToArray(), without.Gradient("dense1.bias").ToArray());
        var error = Assert.Throws<InvalidOperationException>(() => without.CopyInputGradient(dx));
        Assert.Contains("set ComputesInputGradient to true", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_there_after_the_next_backward_pass()
    {
        var (with, without) = (Trained(new PhasesNet(1), wanted: true), Trained(new PhasesNet(1), wanted: false));
        float[] expected = new float[2 * PhasesNet.InputLength], actual = new float[2 * PhasesNet.InputLength];
        with.CopyInputGradient(expected);
        without.ComputesInputGradient = true;

        var error = Assert.Throws<InvalidOperationException>(() => without.CopyInputGradient(actual));
        Assert.StartsWith("There is no gradient to copy yet", error.Message, StringComparison.Ordinal);
        without.Forward(Inputs);
        without.Backward(Targets);
        without.CopyInputGradient(actual);
        Assert.Equal(expected, actual);
    }

    private static float[] Inputs => [.. Enumerable.Range(0, 2 * PhasesNet.InputLength).Select(i => MathF.Sin(i))];

    private static float[] Targets => [1, 2, 3, 4, 5, 6];

    private static PhasesNet.Trainer Trained(PhasesNet net, bool wanted)
    {
        var trainer = new PhasesNet.Trainer(net, new SGD(0.1)) { ComputesInputGradient = wanted };
        trainer.Forward(Inputs);
        trainer.Backward(Targets);
        return trainer;
    }
}
