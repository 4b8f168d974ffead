using StaticNet.Network.Tests.BadInput;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

/// <summary>Which value of a step is the first that is not finite, and that a refused step changes nothing.</summary>
public class CheckFiniteTests
{
    private static Refusal Checking()
    {
        var refusal = new Refusal();
        refusal.Trainer.CheckFinite = true;
        return refusal;
    }

    private static NonFiniteLossException Refused(Refusal refusal, Action<Refusal> call)
    {
        Frozen before = Frozen.Of(refusal.Net, refusal.Trainer);
        NonFiniteLossException exception = Assert.Throws<NonFiniteLossException>(() => call(refusal));
        before.IsStill(Frozen.Of(refusal.Net, refusal.Trainer));
        return exception;
    }

    [Fact]
    public void An_input_is_told()
    {
        float[] inputs = [.. Refusal.Inputs];
        inputs[7] = float.PositiveInfinity;
        NonFiniteLossException exception = Refused(Checking(), r => r.Trainer.Step(inputs, Refusal.Labels));
        Assert.Equal((NonFiniteKind.Input, ""), (exception.Kind, exception.Layer));
        Assert.Equal(
            "The first value of the step that is not finite is in 'input', which the caller gave, so the step was not taken and nothing has changed: look for it in the data.",
            exception.Message);
    }

    [Theory]
    [InlineData("dense1.weight", "dense1")]
    [InlineData("batchnorm1.weight", "batchnorm1")]
    [InlineData("dense2.bias", "dense2")]
    public void A_parameter_is_told(string name, string layer)
    {
        Refusal refusal = Checking();
        refusal.Net.Parameters[name].Fill(float.NaN);
        NonFiniteLossException exception = Refused(refusal, r => r.Trainer.Step(Refusal.Inputs, Refusal.Labels));
        Assert.Equal((NonFiniteKind.Parameter, layer), (exception.Kind, exception.Layer));
        Assert.Contains($"is in the parameter '{name}', so", exception.Message);
    }

    [Fact]
    public void An_activation_is_told()
    {
        Refusal refusal = Checking();
        refusal.Net.Dense2.Weight.Fill(float.MaxValue);
        NonFiniteLossException exception = Refused(refusal, r => r.Trainer.Step(Refusal.Inputs, Refusal.Labels));
        Assert.Equal((NonFiniteKind.Activation, "dense2"), (exception.Kind, exception.Layer));
        Assert.Contains("lower the learning rate", exception.Message);
    }

    [Fact]
    public void A_gradient_is_told_though_the_loss_is_finite()
    {
        var net = new SmoothNet(1);
        var trainer = new SmoothNet.Trainer(net, new SGD(0.1)) { CheckFinite = true };
        float[] inputs = Numbers.Normal(24, 1), targets = Numbers.Normal(16, 2);
        trainer.Step(inputs, targets);
        trainer.Forward(inputs);
        trainer.Backward(targets);
        Frozen before = Frozen.Of(net, trainer);
        trainer.Forward(inputs);
        NonFiniteLossException exception = Assert.Throws<NonFiniteLossException>(
            () => trainer.BackwardFrom([.. Enumerable.Repeat(float.MaxValue, 16)]));
        Assert.Equal(NonFiniteKind.Gradient, exception.Kind);
        Assert.Contains(exception.Layer, new[] { "dense1", "dense2" });
        Assert.True(float.IsNaN(exception.Loss));
        before.IsStill(Frozen.Of(net, trainer));
        trainer.Apply();
        trainer.Step(inputs, targets);
    }

    [Fact]
    public void Checking_changes_no_result_and_allocates_nothing()
    {
        Refusal plain = new(), checking = Checking();
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(plain.Trainer.Step(Refusal.Inputs, Refusal.Labels), checking.Trainer.Step(Refusal.Inputs, Refusal.Labels));
            Frozen.Of(plain.Net, plain.Trainer).IsStill(Frozen.Of(checking.Net, checking.Trainer));
        }

        Allocations.AreNone(10, () => checking.Trainer.Step(Refusal.Inputs, Refusal.Labels));
    }

    [Fact]
    public void Without_it_only_the_loss_is_looked_at()
    {
        Refusal refusal = Checking();
        refusal.Trainer.CheckFinite = false;
        refusal.Net.Dense1.Bias.Fill(float.NaN);
        NonFiniteLossException exception = Refused(refusal, r => r.Trainer.Step(Refusal.Inputs, Refusal.Labels));
        Assert.Equal((NonFiniteKind.Unknown, ""), (exception.Kind, exception.Layer));
    }
}
