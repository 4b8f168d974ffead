using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

/// <summary>The moving average of weights: for evaluation, in another network, in a file.</summary>
public class AverageTests
{
    private const double Decay = 0.8;

    private static readonly float[] Inputs = Numbers.Normal(24, 1);
    private static readonly int[] Labels = Numbers.Classes(8, 4, 2);

    private readonly NoisyNet _net = new(1);
    private readonly NoisyNet.Trainer _trainer;
    private readonly List<float[]> _weights = [];

    public AverageTests()
    {
        _trainer = new(_net, new Adam(0.05) { EmaDecay = Decay });
        for (int step = 0; step < 6; step++)
        {
            _trainer.Step(Inputs, Labels);
            _weights.Add(_net.Dense1.Weight.ToArray());
        }
    }

    private float[] Expected => _weights.Skip(1).Aggregate(
        _weights[0], (average, weight) => [.. average.Zip(weight, (a, w) => (float)(Decay * a + (1 - Decay) * w))]);

    [Fact]
    public void Swapped_in_it_predicts_and_swapped_back_everything_is_as_it_was()
    {
        Frozen before = Frozen.Of(_net, _trainer);
        float[] plain = Predicted(_net);
        _trainer.Average.Swap();
        Assert.True(_trainer.Average.IsSwapped);
        Assert.Equal(Expected, _net.Dense1.Weight.ToArray(), (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.NotEqual(plain, Predicted(_net));
        _trainer.Average.Swap();
        Assert.False(_trainer.Average.IsSwapped);
        before.IsStill(Frozen.Of(_net, _trainer));
        Allocations.AreNone(10, _trainer.Average.Swap);
    }

    [Fact]
    public void While_it_is_swapped_in_nothing_is_trained_or_loaded()
    {
        const string Message = "The network holds the moving average of its weights: call Average.Swap() again before you train, load or copy. "
            + "To keep the average, write trainer.Average.CopyTo(net.Parameters) after that.";
        _trainer.Forward(Inputs);
        _trainer.Backward(Labels);
        byte[] file = Saved(new NoisyNet(4));
        var averaged = new NoisyNet.Trainer(new NoisyNet(5), new SGD(0.1) { EmaDecay = Decay });
        averaged.Step(Inputs, Labels);
        _trainer.Average.Swap();
        Frozen before = Frozen.Of(_net, _trainer);
        Action[] calls =
        [
            () => _trainer.Step(Inputs, Labels), () => _trainer.Forward(Inputs), _trainer.Apply, _trainer.ApplyMean,
            () => _trainer.Average.CopyTo(new NoisyNet().Parameters), () => new NoisyNet.Trainer(_net, new SGD(0.1)).Step(Inputs, Labels),
            () => _net.Load(file), () => _net.Share().Load(file), () => _net.CopyFrom(new NoisyNet(2)), () => _net.Parameters.Initialize(3),
            () => averaged.Average.CopyTo(_net.Parameters),
        ];
        foreach (Action call in calls)
            Assert.Equal(Message, Assert.Throws<InvalidOperationException>(call).Message);
        before.IsStill(Frozen.Of(_net, _trainer));
        _trainer.Average.Swap();
        _trainer.Apply();
        _trainer.Step(Inputs, Labels);
        _net.Load(file);
        _trainer.Average.Swap();
        new NoisyNet(7).CopyFrom(_net); // what is swapped in may be read
    }

    [Fact]
    public void A_second_trainer_does_not_swap_what_is_swapped()
    {
        var second = new NoisyNet.Trainer(_net.Share(), new SGD(0.1) { EmaDecay = Decay });
        second.Step(Inputs, Labels);
        _trainer.Average.Swap();
        Assert.StartsWith("The network holds the moving average", Assert.Throws<InvalidOperationException>(second.Average.Swap).Message);
        _trainer.Average.Swap();
        second.Average.Swap();
    }

    [Fact]
    public void Another_network_takes_it_with_the_state()
    {
        var other = new NoisyNet(9);
        _trainer.Average.CopyTo(other.Parameters);
        Assert.Equal(Expected, other.Dense1.Weight.ToArray(), (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal(_net.BatchNorm1.RunningMean.ToArray(), other.BatchNorm1.RunningMean.ToArray());
        _trainer.Average.Swap();
        Assert.Equal(Predicted(_net), Predicted(other));
        _trainer.Average.Swap();
        _trainer.Average.CopyTo(_net.Parameters);
        Assert.Equal(Predicted(other), Predicted(_net));
    }

    [Fact]
    public void A_file_of_it_is_a_file_of_weights()
    {
        string path = Path.Combine(Path.GetTempPath(), $"staticnet-average-{Guid.NewGuid():N}.safetensors");
        try
        {
            _trainer.Average.Save(path);
            var (copied, loaded) = (new NoisyNet(9), new NoisyNet(8));
            _trainer.Average.CopyTo(copied.Parameters);
            loaded.Load(path);
            Frozen.Of(copied).IsStill(Frozen.Of(loaded));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Other_tensors_are_refused()
    {
        var other = new ClassifierNet(1);
        Frozen before = Frozen.Of(other);
        Assert.StartsWith(
            "The target has other tensors: give the Parameters of a network with the same layers.",
            Assert.Throws<ArgumentException>(() => _trainer.Average.CopyTo(other.Parameters)).Message);
        before.IsStill(Frozen.Of(other));
    }

    [Fact]
    public void There_is_none_before_a_step_or_without_a_decay()
    {
        var early = new NoisyNet.Trainer(new NoisyNet(), new SGD(0.1) { EmaDecay = 0.9 });
        Assert.Equal(
            "There is no moving average of the weights before the first step: take one.",
            Assert.Throws<InvalidOperationException>(early.Average.Swap).Message);
        var without = new NoisyNet.Trainer(new NoisyNet(), new SGD(0.1));
        Assert.Equal(
            "The optimizer keeps no moving average of the weights: write new SGD(…) { EmaDecay = 0.999 }.",
            Assert.Throws<InvalidOperationException>(() => without.Average).Message);
    }

    private static byte[] Saved(NoisyNet net)
    {
        using var stream = new MemoryStream();
        net.Save(stream);
        return stream.ToArray();
    }

    private static float[] Predicted(NoisyNet net)
    {
        float[] output = new float[32];
        net.Predict(Inputs, output);
        return output;
    }
}
