using StaticNet.Network.Tests.Contract;
using StaticNet.Numerics;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(6), Dense(8), GaussianNoise(0.25), Dense(2), MeanSquaredError]
public partial class GaussianNoiseNet;

[Network(MaxBatch = 64, InputGradient = true), Input(37), GaussianNoise(0.5)]
public partial class SingleGaussianNoiseNet;

// 6·8 + 8 + 8·2 + 2 parameters; 2·48 + 8 + 2·16 + 2 operations: inference adds nothing.
public class GaussianNoiseTests() : LayerContract<GaussianNoiseNet>(new(Input: 6, Output: 2, Parameters: 74, Flops: 138))
{
    private const int Samples = 64, Width = 37;

    [Fact]
    public void By_its_formula()
    {
        var trainer = new SingleGaussianNoiseNet.Trainer(new(), new SGD(0.5), seed: 9);
        float[] x = Numbers.Normal(Samples * Width, 3), dy = Numbers.Normal(Samples * Width, 4);
        float[] y = new float[x.Length], dx = new float[x.Length];
        for (uint step = 0; step < 2; step++)
        {
            trainer.Forward(x);
            trainer.CopyOutput(y);
            trainer.BackwardFrom(dy);
            trainer.CopyInputGradient(dx);

            // y = x + σ·z, and the gradient passes
            for (int i = 0; i < x.Length; i++)
                Assert.Equal(x[i] + 0.5f * Philox.Normal(9, 0, step, (ulong)i), y[i], 1e-6f);
            Assert.Equal(dy, dx);
        }
    }

    [Fact]
    public void Inference_passes_everything()
    {
        float[] x = Numbers.Normal(Samples * Width, 3), y = new float[x.Length];
        new SingleGaussianNoiseNet().Predict(x, y);
        Assert.Equal(x, y);
    }
}
