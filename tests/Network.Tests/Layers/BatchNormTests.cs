using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(4), Dense(6, Bias = false), BatchNorm(Momentum = 0.25), Sigmoid, Dense(2), MeanSquaredError]
public partial class BatchNormNet;

[Network(MaxBatch = 4), Input(1), BatchNorm(Affine = false)]
public partial class SingleBatchNormNet;

// 4·6 + 6 + 6 + 6·2 + 2 parameters; 2·24 and 2·12 + 2 of Dense, 6 sigmoids;
// (x − μ)·(1/√(σ² + ε))·γ + β: 4 for each element, 3 for each feature.
public class BatchNormTests() : LayerContract<BatchNormNet>(new(Input: 4, Output: 2, Parameters: 50, Flops: 122))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleBatchNormNet();
        var trainer = new SingleBatchNormNet.Trainer(net, new SGD(0.5));
        var y = new float[3];
        trainer.Forward([1, 5, 3]);
        trainer.CopyOutput(y);

        // μ = 3, σ² = 8/3:   y = (x − μ)/√(σ² + ε)
        float scale = 1 / MathF.Sqrt(8f / 3 + 1e-5f);
        Assert.Equal([-2 * scale, 2 * scale, 0], y);
        Assert.Equal(0f, net.BatchNorm1.RunningMean[0]);
        trainer.BackwardFrom(new float[3]);

        // The running mean goes a tenth of the way to 3, the running variance to the unbiased 8/2.
        Assert.Equal(0.3f, net.BatchNorm1.RunningMean[0], 1e-6f);
        Assert.Equal(0.9f + 0.4f, net.BatchNorm1.RunningVar[0], 1e-6f);
        net.Predict([0.3f, 2.3f, -0.7f], y);
        Assert.Equal(0, y[0], 1e-6f);
        Assert.Equal(2 / MathF.Sqrt(1.3f + 1e-5f), y[1], 1e-5f);
    }

    [Fact]
    public void States_change_with_the_backward_pass_alone()
    {
        var net = new BatchNormNet(1);
        var trainer = new BatchNormNet.Trainer(net, new SGD(0.5));
        Frozen before = Frozen.Of(net);
        net.Predict(Numbers.Normal(24, 1), new float[12]);
        trainer.Forward(Numbers.Normal(24, 1));
        before.IsStill(Frozen.Of(net));
        trainer.Backward(new float[12]);
        Assert.NotEqual(0f, net.BatchNorm1.RunningMean[0]);
    }
}

// The steps of all sequences together.
[Network(MaxBatch = 4, InputGradient = true), Input(4, 3), Conv1D(5, 2), BatchNorm, ReLU, Flatten, Dense(2), MeanSquaredError]
public partial class SequenceBatchNormNet;

// 5·6 + 5, 10, 15·2 + 2 parameters. 3 steps·5·13, 15·4 + 3·5 of the normalisation, 15, 2·31 operations.
public class SequenceBatchNormTests() : LayerContract<SequenceBatchNormNet>(new(Input: 12, Output: 2, Parameters: 77, Flops: 195 + 75 + 15 + 62));
