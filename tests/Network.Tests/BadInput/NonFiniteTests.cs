using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.BadInput;

/// <summary>A loss that is not finite changes nothing: neither state, nor gradients gathered before, nor the optimizer.</summary>
public class NonFiniteTests
{
    private const string Rest =
        ", so the step was not taken and nothing has changed: lower the learning rate, scale the inputs, or look for values that are not finite in inputs and targets.";

    [Fact]
    public void A_step_whose_loss_is_not_a_number_is_not_taken()
    {
        float[] inputs = [.. Refusal.Inputs];
        inputs[4] = float.NaN;
        new Refusal().Of<NonFiniteLossException>(r => r.Trainer.Step(inputs, Refusal.Labels), "The loss is NaN" + Rest);
        new Refusal().Of<NonFiniteLossException>(r => r.Trainer.Step(ClassNet.Batches(inputs, Refusal.Labels, 4).Epoch(0)[0]), "The loss is NaN" + Rest);
        new Refusal().Of<NonFiniteLossException>(
            r =>
            {
                r.Trainer.Forward(inputs);
                r.Trainer.Backward(Refusal.Labels);
            },
            "The loss is NaN" + Rest);
    }

    [Fact]
    public void An_infinite_loss_is_refused_and_told()
    {
        var net = new NumberNet(1);
        var trainer = new NumberNet.Trainer(net, new SGD(0.1) { Momentum = 0.9 });
        trainer.Step(Refusal.Inputs, new float[8]);
        Frozen before = Frozen.Of(net, trainer);
        var exception = Assert.Throws<NonFiniteLossException>(() => trainer.Step(Refusal.Inputs, Enumerable.Repeat(1e30f, 8).ToArray()));
        Assert.Equal("The loss is Infinity" + Rest, exception.Message);
        Assert.Equal(float.PositiveInfinity, exception.Loss);
        before.IsStill(Frozen.Of(net, trainer));
    }

    [Fact]
    public void Predictions_pay_no_check()
    {
        var output = new float[2];
        new NumberNet(1).Predict([float.NaN, 0, 0], output);
        Assert.All(output, value => Assert.True(float.IsNaN(value)));
    }
}
