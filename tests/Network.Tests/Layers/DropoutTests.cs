using StaticNet.Network.Tests.Contract;
using StaticNet.Numerics;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(6), Dense(8), Dropout(0.25), Dense(2), MeanSquaredError]
public partial class DropoutNet;

[Network(MaxBatch = 64, InputGradient = true), Input(37), Dropout(0.25)]
public partial class SingleDropoutNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3), Dropout(0)]
public partial class NoDropoutNet;

// 6·8 + 8 + 8·2 + 2 parameters; 2·48 + 8 + 2·16 + 2 operations: inference drops nothing.
public class DropoutTests() : LayerContract<DropoutNet>(new(Input: 6, Output: 2, Parameters: 74, Flops: 138))
{
    private const int Samples = 64, Width = 37;

    [Fact]
    public void By_its_formula()
    {
        var trainer = new SingleDropoutNet.Trainer(new(), new SGD(0.5), seed: 9);
        float[] x = Numbers.Normal(Samples * Width, 3), dy = Numbers.Normal(Samples * Width, 4);
        float[] y = new float[x.Length], dx = new float[x.Length];
        for (uint step = 0; step < 2; step++)
        {
            trainer.Forward(x);
            trainer.CopyOutput(y);
            trainer.BackwardFrom(dy);
            trainer.CopyInputGradient(dx);
            for (int i = 0; i < x.Length; i++)
            {
                // u ~ U[0,1):   y = u < rate ? 0 : x / (1 − rate), and so is the gradient
                bool dropped = Philox.Uniform(9, 0, step, (ulong)i) < 0.25f;
                Assert.Equal(dropped ? 0 : x[i] / 0.75f, y[i], MathF.Abs(x[i]) * 1e-6f);
                Assert.Equal(dropped ? 0 : dy[i] / 0.75f, dx[i], MathF.Abs(dy[i]) * 1e-6f);
            }

            // Four standard deviations of a binomial share.
            Assert.Equal(0.25, y.Count(value => value == 0) / (double)y.Length, 4 * Math.Sqrt(0.25 * 0.75 / y.Length));
        }
    }

    [Fact]
    public void A_forward_pass_repeated_drops_the_same()
    {
        var trainer = new SingleDropoutNet.Trainer(new(), new SGD(0.5), seed: 9);
        float[] x = Numbers.Normal(Width, 3), once = new float[Width], again = new float[Width];
        trainer.Forward(x);
        trainer.CopyOutput(once);
        trainer.Forward(x);
        trainer.CopyOutput(again);
        Assert.Equal(once, again);
    }

    [Fact]
    public void Inference_passes_everything()
    {
        float[] x = Numbers.Normal(Samples * Width, 3), y = new float[x.Length];
        new SingleDropoutNet().Predict(x, y);
        Assert.Equal(x, y);
    }

    [Fact]
    public void A_rate_of_zero_passes_everything_in_training_too()
    {
        var trainer = new NoDropoutNet.Trainer(new(), new SGD(0.5));
        var y = new float[3];
        trainer.Forward([1, 2, 3]);
        trainer.CopyOutput(y);
        Assert.Equal([1f, 2, 3], y);
    }
}
