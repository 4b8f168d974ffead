using StaticNet.Network.Tests.Contract;
using StaticNet.Numerics;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(6), Dense(8), SELU, AlphaDropout(0.25), Dense(2), MeanSquaredError]
public partial class AlphaDropoutNet;

[Network(MaxBatch = 64, InputGradient = true), Input(37), AlphaDropout(0.25)]
public partial class SingleAlphaDropoutNet;

// 6·8 + 8 + 8·2 + 2 parameters; 2·48 + 8 + 2·16 + 2 operations and 2·8 of SELU: inference drops nothing.
public class AlphaDropoutTests() : LayerContract<AlphaDropoutNet>(new(Input: 6, Output: 2, Parameters: 74, Flops: 154))
{
    private const int Samples = 64, Width = 37;

    [Fact]
    public void By_its_formula()
    {
        const double Limit = -1.7580993408473766, A = 0.8672579239, B = 0.3812;
        var trainer = new SingleAlphaDropoutNet.Trainer(new(), new SGD(0.5), seed: 9);
        float[] x = Numbers.Normal(Samples * Width, 3), dy = Numbers.Normal(Samples * Width, 4);
        float[] y = new float[x.Length], dx = new float[x.Length];
        trainer.Forward(x);
        trainer.CopyOutput(y);
        trainer.BackwardFrom(dy);
        trainer.CopyInputGradient(dx);
        double a = 1 / Math.Sqrt(0.75 * (1 + 0.25 * Limit * Limit)), b = -a * 0.25 * Limit;
        Assert.Equal((A, B), (Math.Round(a, 10), Math.Round(b, 4)));
        for (int i = 0; i < x.Length; i++)
        {
            // u ~ U[0,1):   y = a·(u < rate ? α′ : x) + b
            bool dropped = Philox.Uniform(9, 0, 0, (ulong)i) < 0.25f;
            Assert.Equal(a * (dropped ? Limit : x[i]) + b, y[i], 2e-6);
            Assert.Equal(dropped ? 0 : a * dy[i], dx[i], 1e-6);
        }

        // Numbers of mean 0 and variance 1 keep them: four standard deviations of what 2368 numbers give.
        Assert.Equal(0, y.Average(), 4 / Math.Sqrt(y.Length));
        Assert.Equal(1, y.Average(v => v * v), 4 * Math.Sqrt(2.0 / y.Length));
    }

    [Fact]
    public void Inference_passes_everything()
    {
        float[] x = Numbers.Normal(Samples * Width, 3), y = new float[x.Length];
        new SingleAlphaDropoutNet().Predict(x, y);
        Assert.Equal(x, y);
    }
}
