using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.BadInput;

[Network(MaxBatch = 2), Input(2), Dense(3), BatchNorm, Dense(1), MeanSquaredError]
public partial class WideNet;

[Network(MaxBatch = 2), Input(2), BatchNorm, Dense(2), MeanSquaredError]
public partial class StateNet;

/// <summary>A loss that is not finite changes nothing: neither state, nor gradients gathered before, nor the optimizer.</summary>
public class NonFiniteTests
{
    private const string Rest =
        ", so the step was not taken and nothing has changed: lower the learning rate, scale the inputs, or look for values that are not finite in inputs and targets";

    private const string NotANumber = "The loss is NaN" + Rest + ", and for a batch whose classes all have the weight 0 (ClassWeights).";

    [Fact]
    public void A_step_whose_loss_is_not_a_number_is_not_taken()
    {
        float[] inputs = [.. Refusal.Inputs];
        inputs[4] = float.NaN;
        new Refusal().Of<NonFiniteLossException>(r => r.Trainer.Step(inputs, Refusal.Labels), NotANumber);
        new Refusal().Of<NonFiniteLossException>(r => r.Trainer.Step(ClassNet.Batches(inputs, Refusal.Labels, 4).Epoch(0)[0]), NotANumber);
        new Refusal().Of<NonFiniteLossException>(
            r =>
            {
                r.Trainer.Forward(inputs);
                r.Trainer.Backward(Refusal.Labels);
            },
            NotANumber);
    }

    [Fact]
    public void An_infinite_loss_is_refused_and_told()
    {
        var net = new NumberNet(1);
        var trainer = new NumberNet.Trainer(net, new SGD(0.1) { Momentum = 0.9 });
        trainer.Step(Refusal.Inputs, new float[8]);
        Frozen before = Frozen.Of(net, trainer);
        var exception = Assert.Throws<NonFiniteLossException>(() => trainer.Step(Refusal.Inputs, Enumerable.Repeat(1e30f, 8).ToArray()));
        Assert.Equal("The loss is Infinity" + Rest + ".", exception.Message);
        Assert.Equal(float.PositiveInfinity, exception.Loss);
        before.IsStill(Frozen.Of(net, trainer));
    }

    private const string NormRest = ", so they cannot be clipped by it and the step was not taken: lower the learning rate, scale the inputs, "
        + "or look for values that are not finite; after Apply() or ApplyMean(), drop the gradients with ZeroGradients().";

    [Fact]
    public void An_update_clipped_by_a_norm_that_is_not_finite_changes_nothing()
    {
        var net = new ClassNet(1);
        var trainer = new ClassNet.Trainer(net, new Adam(0.01) { ClipNorm = 1, EmaDecay = 0.9 });
        trainer.Step(Refusal.Inputs, Refusal.Labels);
        float[] gradient = new float[16];
        gradient[3] = float.MaxValue;
        trainer.Forward([.. Refusal.Inputs.Select(x => 1e10f * (1 + x))]);
        trainer.BackwardFrom(gradient);
        Frozen before = Frozen.Of(net, trainer);
        Assert.EndsWith(NormRest, Assert.Throws<NonFiniteGradientException>(trainer.Apply).Message, StringComparison.Ordinal);
        Assert.EndsWith(NormRest, Assert.Throws<NonFiniteGradientException>(trainer.ApplyMean).Message, StringComparison.Ordinal);
        before.IsStill(Frozen.Of(net, trainer));
        trainer.ZeroGradients();
        Assert.True(float.IsFinite(trainer.Step(Refusal.Inputs, Refusal.Labels)));
    }

    // The loss is finite and a gradient is not: the product of the output's gradient and a huge input.
    [Fact]
    public void A_step_clipped_by_a_norm_that_is_not_finite_moves_neither_state_nor_parameters()
    {
        var net = new WideNet(1);
        var trainer = new WideNet.Trainer(net, new Adam(0.01) { ClipNorm = 1 });
        float[] ordinary = [1, 2, 3, 4], huge = [3e38f, 0, 0, 0], targets = [1e4f, -1e4f];
        trainer.Step(ordinary, targets);
        net.Dense1.Weight.Fill(0);
        (float[] stored, uint steps, long updates) = (Stored(), trainer.Steps, trainer.Optimizer.Steps);
        Assert.Equal(
            "The norm of the gradients is Infinity" + NormRest,
            Assert.Throws<NonFiniteGradientException>(() => trainer.Step(huge, targets)).Message);
        Assert.Equal(stored, Stored());
        Assert.Equal((steps, updates), (trainer.Steps, trainer.Optimizer.Steps));
        trainer.Step(ordinary, targets);
        Assert.All(Stored(), value => Assert.True(float.IsFinite(value)));
        Assert.NotEqual(stored, Stored());

        float[] Stored() => [.. net.Parameters.Values.AsSpan(net.Parameters.Base, net.Parameters.Table.Length)];
    }

    [Fact]
    public void A_state_that_would_be_infinite_is_refused_and_named()
    {
        float[] inputs = [1e25f, -1e25f, 3e25f, 1], targets = [0, 1, 0, 1];
        Action<StateNet.Trainer>[] calls =
        [
            trainer => trainer.Step(inputs, targets),
            trainer =>
            {
                trainer.Forward(inputs);
                trainer.Backward(targets);
            },
            trainer =>
            {
                trainer.Forward(inputs);
                trainer.BackwardFrom(targets);
            },
        ];
        foreach (Action<StateNet.Trainer> call in calls)
        {
            var net = new StateNet(1);
            var trainer = new StateNet.Trainer(net, new Adam(0.01));
            trainer.Step([1, 2, 3, 5], targets);
            Frozen before = Frozen.Of(net, trainer);
            var exception = Assert.Throws<NonFiniteStateException>(() => call(trainer));
            Assert.Equal("batchnorm1.running_var", exception.State);
            Assert.Equal(
                "The next value of 'batchnorm1.running_var' is not finite, so the step was not taken and nothing has changed: "
                + "scale the inputs, or look for values that are not finite in them.",
                exception.Message);
            before.IsStill(Frozen.Of(net, trainer));
            trainer.Step([1, 2, 3, 5], targets);
        }
    }

    [Theory]
    [InlineData(0, float.NaN, "NaN")]
    [InlineData(7, float.NegativeInfinity, "-Infinity")]
    public void A_gradient_that_is_not_finite_is_refused(int index, float value, string text)
    {
        var gradient = new float[8];
        gradient[index] = value;
        new Refusal().Of<ArgumentException>(
            r =>
            {
                r.Trainer.Forward(new float[6]);
                r.Trainer.BackwardFrom(gradient);
            },
            $"outputGradient[{index}] is {text}, but each of its values must be finite: look for where it comes from. (Parameter 'outputGradient')");
    }

    [Fact]
    public void Predictions_pay_no_check()
    {
        var output = new float[2];
        new NumberNet(1).Predict([float.NaN, 0, 0], output);
        Assert.All(output, value => Assert.True(float.IsNaN(value)));
    }
}
