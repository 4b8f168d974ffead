using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.BadInput;

/// <summary>Calls in the wrong order, or of things that belong to others.</summary>
public class OrderTests
{
    private const string NoForward = "There is no forward pass to go back through: call Forward(input) first, once for each backward pass.";

    [Fact]
    public void Backward_needs_a_forward_pass_of_its_own()
    {
        new Refusal().Of<InvalidOperationException>(r => r.Trainer.Backward(Refusal.Labels), NoForward);
        new Refusal().Of<InvalidOperationException>(r => r.Trainer.BackwardFrom(new float[16]), NoForward);
        var trainer = new ClassNet.Trainer(new ClassNet(1), new SGD(0.1));
        Assert.Equal(NoForward, Assert.Throws<InvalidOperationException>(() => trainer.Backward(Refusal.Labels)).Message);
    }

    [Fact]
    public void Apply_needs_gradients()
    {
        var refusal = new Refusal();
        refusal.Trainer.Apply();
        Refused(refusal.Net, refusal.Trainer);
        refusal.Trainer.Forward(Refusal.Inputs);
        Refused(refusal.Net, refusal.Trainer);
        refusal.Trainer.Backward(Refusal.Labels);
        refusal.Trainer.ZeroGradients();
        Refused(refusal.Net, refusal.Trainer);

        static void Refused(ClassNet net, ClassNet.Trainer trainer)
        {
            Frozen before = Frozen.Of(net, trainer);
            Assert.Equal(
                "There are no gradients to apply: call Backward(target) or Step(…) first.",
                Assert.Throws<InvalidOperationException>(trainer.Apply).Message);
            before.IsStill(Frozen.Of(net, trainer));
        }
    }

    [Fact]
    public void What_has_not_been_computed_is_not_copied()
    {
        var trainer = new ClassNet.Trainer(new ClassNet(1), new SGD(0.1));
        const string NoOutput = "There is nothing to copy yet: call Forward(input) or Step(…) first.";
        const string NoGradient = "There is no gradient to copy yet: call Backward(target), BackwardFrom(outputGradient) or Step(…) first.";
        Assert.Equal(NoOutput, Assert.Throws<InvalidOperationException>(() => trainer.CopyOutput(new float[16])).Message);
        Assert.Equal(NoGradient, Assert.Throws<InvalidOperationException>(() => trainer.CopyInputGradient(new float[12])).Message);
        trainer.Step(Refusal.Inputs, Refusal.Labels);
        trainer.CopyInputGradient(new float[12]);
        trainer.Forward(Refusal.Inputs);
        Assert.Equal(NoGradient, Assert.Throws<InvalidOperationException>(() => trainer.CopyInputGradient(new float[12])).Message);
    }

    [Fact]
    public void An_optimizer_has_one_trainer() => new Refusal().Of<InvalidOperationException>(
        r => _ = new ClassNet.Trainer(r.Net, r.Trainer.Optimizer),
        "This Adam belongs to another trainer, whose steps its state follows: give each trainer its own, new Adam(…).");

    [Fact]
    public void A_trainer_has_a_network_and_an_optimizer()
    {
        Assert.Equal("network", Assert.Throws<ArgumentNullException>(() => new ClassNet.Trainer(null!, new SGD(0.1))).ParamName);
        Assert.Equal("optimizer", Assert.Throws<ArgumentNullException>(() => new ClassNet.Trainer(new ClassNet(), null!)).ParamName);
    }

    [Fact]
    public void A_batch_is_for_its_network() => new Refusal().Of<ArgumentException>(
        r => r.Trainer.Step(NumberNet.Batches(new float[6], new float[4], 2).Epoch(0)[0]),
        "The batch was made for another network: take it from ClassNet.Batches(…). (Parameter 'batch')");

    [Fact]
    public void A_batch_is_of_the_current_epoch()
    {
        new Refusal().Of<InvalidOperationException>(
            r => r.Trainer.Step(default(Batch)),
            "This Batch is empty: take batches from foreach (Batch batch in batches.Epoch(epoch)).");
        Batches batches = ClassNet.Batches(Refusal.Inputs, Refusal.Labels, 2);
        Batch old = batches.Epoch(0)[0];
        _ = batches.Epoch(1)[0];
        new Refusal().Of<InvalidOperationException>(
            r => r.Trainer.Step(old), "This batch is of epoch 0, but its Batches is at epoch 1: use a batch before another epoch begins.");
    }

    [Fact]
    public void Batches_take_whole_samples_of_equal_number()
    {
        Assert.Contains("1 are left over", Assert.Throws<ArgumentException>(() => ClassNet.Batches(new float[7], new int[2], 2)).Message);
        Assert.Contains("'input' has 2 samples, but 'target' has 3", Assert.Throws<ArgumentException>(() => ClassNet.Batches(new float[6], new int[3], 2)).Message);
        Assert.Contains("from 1 to 4", Assert.Throws<ArgumentOutOfRangeException>(() => ClassNet.Batches(new float[6], new int[2], 5)).Message);
        Assert.Contains("from 1 to 4", Assert.Throws<ArgumentOutOfRangeException>(() => ClassNet.Batches(new float[6], new int[2], 0)).Message);
    }

    [Fact]
    public void Batch_normalisation_needs_two_samples()
    {
        const string Message =
            "The batch has 1 sample, but 'batchnorm1' needs at least 2 in training: pass more, as far as the network's MaxBatch allows, or drop the last partial batch (dropLast: true). (Parameter 'batch')";
        new Refusal().Of<ArgumentException>(r => r.Trainer.Forward(new float[3]), Message);
        new Refusal().Of<ArgumentException>(r => r.Trainer.Step(new float[3], new int[1]), Message);
        Batches batches = ClassNet.Batches(new float[9], new int[3], 2);
        new Refusal().Of<ArgumentException>(r => r.Trainer.Step(batches.Epoch(0)[1]), Message);
    }

    [Fact]
    public void A_gradient_has_the_name_of_a_parameter()
    {
        new Refusal().Of<KeyNotFoundException>(
            r => r.Trainer.Gradient("dense3.weight"), "'dense3.weight' has no gradient: give the name of a trainable parameter, such as 'dense1.weight'.");
        new Refusal().Of<KeyNotFoundException>(
            r => r.Trainer.Gradient(r.Net.Parameters["batchnorm1.running_mean"]),
            "'batchnorm1.running_mean' has no gradient: give the name of a trainable parameter, such as 'dense1.weight'.");
        var bare = new Goldens.GoldenReLU.Trainer(new(), new SGD(0.1));
        Assert.Equal("'x' has no gradient: the network has no parameters.", Assert.Throws<KeyNotFoundException>(() => bare.Gradient("x")).Message);
    }
}
