using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.BadInput;

public class SpanTests
{
    private const string Leftover = "input has 7 elements, which is no whole number of samples of 3: 1 is left over. (Parameter 'input')";
    private const string Empty = "input is empty, but a call takes at least one sample of 3 elements. (Parameter 'input')";
    private const string TooMany =
        "input has 5 samples, but MaxBatch is 4: pass at most 4, or declare a larger [Network(MaxBatch = …)]. (Parameter 'input')";

    [Theory]
    [InlineData(0, Empty)]
    [InlineData(7, Leftover)]
    [InlineData(15, TooMany)]
    public void Inputs_are_one_to_MaxBatch_whole_samples(int length, string message)
    {
        new Refusal().Of<ArgumentException>(r => r.Net.Predict(new float[length], new float[16]), message);
        new Refusal().Of<ArgumentException>(r => r.Net.Forward(new float[length], new float[16]), message);
        new Refusal().Of<ArgumentException>(r => r.Trainer.Forward(new float[length]), message);
        new Refusal().Of<ArgumentException>(r => r.Trainer.Step(new float[length], new int[4]), message);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(0)]
    public void Outputs_are_as_many_samples_as_the_inputs(int length)
    {
        string message = $"output has {length} elements, but 2 samples of 4 are 8: pass a span of that length. (Parameter 'output')";
        var output = Enumerable.Repeat(7f, length).ToArray();
        new Refusal().Of<ArgumentException>(r => r.Net.Predict(new float[6], output), message);
        new Refusal().Of<ArgumentException>(r => r.Net.Forward(new float[6], output), message);
        new Refusal().Of<ArgumentException>(r => Later(r).CopyOutput(output), message);
        Assert.All(output, value => Assert.Equal(7f, value));
    }

    [Fact]
    public void Targets_are_as_many_samples_as_the_inputs()
    {
        const string Message = "target has 3 elements, but 2 samples of 1 are 2: pass a span of that length. (Parameter 'target')";
        new Refusal().Of<ArgumentException>(r => r.Trainer.Step(new float[6], new int[3]), Message);
        new Refusal().Of<ArgumentException>(r => Later(r).Backward(new int[3]), Message);

        var net = new NumberNet(1);
        var trainer = new NumberNet.Trainer(net, new SGD(0.1));
        Frozen before = Frozen.Of(net, trainer);
        Assert.Contains("5 elements, but 2 samples of 2 are 4", Assert.Throws<ArgumentException>(() => trainer.Step(new float[6], new float[5])).Message);
        before.IsStill(Frozen.Of(net, trainer));
    }

    [Fact]
    public void Gradients_are_as_many_samples_as_the_inputs()
    {
        new Refusal().Of<ArgumentException>(
            r => Later(r).BackwardFrom(new float[7]),
            "outputGradient has 7 elements, but 2 samples of 4 are 8: pass a span of that length. (Parameter 'outputGradient')");
        new Refusal().Of<ArgumentException>(
            r => r.Trainer.CopyInputGradient(new float[6]),
            "inputGradient has 6 elements, but 4 samples of 3 are 12: pass a span of that length. (Parameter 'inputGradient')");
    }

    [Fact]
    public void One_is_no_plural()
    {
        var trainer = new NumberNet.Trainer(new NumberNet(1), new SGD(0.1));
        trainer.Forward(new float[3]);
        Assert.Equal(
            "target has 1 element, but 1 sample of 2 is 2: pass a span of that length. (Parameter 'target')",
            Assert.Throws<ArgumentException>(() => trainer.Backward(new float[1])).Message);
    }

    [Fact]
    public void A_wrong_target_leaves_the_forward_pass_as_it_was()
    {
        var trainer = new NumberNet.Trainer(new NumberNet(1), new SGD(0.1));
        trainer.Forward(new float[6]);
        Assert.Throws<ArgumentException>(() => trainer.Backward(new float[3]));
        Assert.True(float.IsFinite(trainer.Backward(new float[4])));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Labels_are_classes(int label)
    {
        string message = $"target[1] is {label}, but the network has 4 classes: give an index from 0 to 3. (Parameter 'target')\nActual value was {label}.";
        new Refusal().Of<ArgumentOutOfRangeException>(r => r.Trainer.Step(new float[6], [0, label]), message);
        new Refusal().Of<ArgumentOutOfRangeException>(r => Later(r).Backward([0, label]), message);
        new Refusal().Of<ArgumentOutOfRangeException>(r => r.Trainer.Step(ClassNet.Batches(new float[6], new[] { 0, label }, 2, shuffle: false).Epoch(0)[0]), message);
    }

    // After a forward pass of two samples.
    private static ClassNet.Trainer Later(Refusal refusal)
    {
        refusal.Trainer.Forward(new float[6]);
        return refusal.Trainer;
    }
}
