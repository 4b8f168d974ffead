using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 7, InputGradient = true), Input(5), Dense(4), Tanh, Dense(2, Bias = false), MeanSquaredError]
public partial class DenseNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), Dense(3)]
public partial class SingleDenseNet;

// In training a gradient ends behind the image, in inference nothing does.
[Network(MaxBatch = 1), Input(2, 2, 2), Conv2D(2, 1, Bias = false, Trainable = Trainable.Never), Flatten, Dense(1, Bias = false)]
public partial class DenseBehindImageNet;

[Network(MaxBatch = 1), Input(100), Dense(64, Weights = Init.PyTorchDefault), Dense(32, Weights = Init.Orthogonal), Dense(2, Weights = Init.Sparse)]
public partial class StartedNet;

// 5·4 + 4 + 4·2 parameters; 2·20 + 4 operations, one for each tanh, 2·8.
public class DenseTests() : LayerContract<DenseNet>(new(Input: 5, Output: 2, Parameters: 32, Flops: 64))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleDenseNet();
        net.Dense1.Weight.CopyFrom([1, 2, 3, 4, 5, 6]);
        net.Dense1.Bias.CopyFrom([10, 20, 30]);
        var trainer = new SingleDenseNet.Trainer(net, new SGD(0.5));
        float[] y = new float[6], dx = new float[4];
        trainer.Forward([1, -1, 2, 0.5f]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 0, -1, 2, 1, 0]);
        trainer.CopyInputGradient(dx);

        // y = x·Wᵀ + b;  x̄ = ȳ·W;  W̄ = ȳᵀ·x;  b̄ = Σ ȳ
        Assert.Equal([9f, 19, 29, 13, 28, 43], y);
        Assert.Equal([-4f, -4, 5, 8], dx);
        Assert.Equal([5f, 0, 2, 0.5f, -1, 1], trainer.Gradient(net.Dense1.Weight).ToArray());
        Assert.Equal([3f, 1, -1], trainer.Gradient(net.Dense1.Bias).ToArray());
        trainer.Apply();
        Assert.Equal(3 - 0.5f * 2, net.Dense1.Weight[1, 0]);
    }

    [Fact]
    public void Behind_an_image_its_inputs_are_the_channels_pixels_in_inference_and_in_training()
    {
        var net = new DenseBehindImageNet();
        net.Conv1.Weight.CopyFrom([1, 0, 0, 1]);
        net.Dense1.Weight.CopyFrom([1, 10, 100, 1000, 1e4f, 1e5f, 1e6f, 0.5f]);
        var trainer = new DenseBehindImageNet.Trainer(net, new SGD(1));
        float[] image = [1, 2, 3, 4, 5, 6, 7, 1], inferred = new float[1], trained = new float[1];
        net.Forward(image, inferred);
        trainer.Forward(image);
        trainer.CopyOutput(trained);
        trainer.BackwardFrom([1]);

        Assert.Equal([7654321.5f], inferred);
        Assert.Equal(inferred, trained);
        Assert.Equal(image, trainer.Gradient(net.Dense1.Weight).ToArray());
    }

    [Fact]
    public void Weights_start_by_their_initialiser_and_biases_at_zero()
    {
        float bound = MathF.Sqrt(6f / 5);
        float[] weight = new DenseNet(3).Dense1.Weight.ToArray();
        Assert.All(weight, w => Assert.InRange(w, -bound, bound));
        Assert.Equal(20, weight.Distinct().Count());
        Assert.Equal([0f, 0, 0, 0], new DenseNet(3).Dense1.Bias.ToArray());
    }

    [Fact]
    public void PyTorchs_default_is_that_of_the_bias_too()
    {
        float[] weight = new StartedNet(3).Dense1.Weight.ToArray(), bias = new StartedNet(3).Dense1.Bias.ToArray();
        Assert.All(weight.Concat(bias), value => Assert.InRange(value, -0.1f, 0.1f));
        Assert.InRange(weight.Max(), 0.099f, 0.1f);
        Assert.InRange(bias.Max(MathF.Abs), 0.09f, 0.1f);
        Assert.Equal(64, bias.Distinct().Count());
    }

    [Fact]
    public void Matrices_start_by_units()
    {
        ParameterView rows = new StartedNet(3).Dense2.Weight, sparse = new StartedNet(3).Dense3.Weight;
        for (int i = 0; i < 32; i++)
            Assert.Equal(i == 5 ? 1 : 0, Enumerable.Range(0, 64).Sum(k => (double)rows[i, k] * rows[5, k]), 1e-6);
        for (int unit = 0; unit < 2; unit++)
            Assert.Equal(15, Enumerable.Range(0, 32).Count(k => sparse[unit, k] != 0));
    }
}

// Weights beyond the second cache, and rows of a weight an odd number of cache lines apart.
[Network(MaxBatch = 7, InputGradient = true), Input(1200), Dense(120), Tanh, Dense(256), Tanh, Dense(3), MeanSquaredError]
public partial class WideDenseNet;

// 2·1200·120 + 120, 2·120·256 + 256, 2·256·3 + 3 and one for each activation.
public class WideDenseTests() : LayerContract<WideDenseNet>(new(
    Input: 1200, Output: 3, Parameters: 144_120 + 30_976 + 771, Flops: 288_120 + 120 + 61_696 + 256 + 1_539));

// The gradient of a weight that 540 rows share, in passes of 256.
[Network(MaxBatch = 9, InputGradient = true), Input(60, 5), Dense(20), Tanh, Flatten, Dense(2), MeanSquaredError]
public partial class ManyRowsNet;

// 60 steps·20·(2·5 + 1) and the activation; 2·(2·1200 + 1).
public class ManyRowsTests() : LayerContract<ManyRowsNet>(new(Input: 300, Output: 2, Parameters: 120 + 2402, Flops: 1200 * 12 + 4802));
