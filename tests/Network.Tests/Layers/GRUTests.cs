using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(5, 3), GRU(6, Bidirectional = true, ReturnSequences = true), GRU(16, Bidirectional = true, Bias = false), Dense(2), MeanSquaredError]
public partial class GRUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 1), GRU(1)]
public partial class SingleGRUNet;

// 2·3·units·(c + units + 2), without biases 2·3·units·(c + units), and 32·2 + 2 parameters. Of each direction 2·units sums of two biases, then 5 steps of
// 3·(2·c + 1) operations a unit by the input and 3·2·units + 12 by the state: 2·(12 + 5·6·(21 + 48)), 5·12 to join them; without biases
// 2·5·16·(72 + 107), and 32; 2·2·32 + 2.
public class GRUTests() : LayerContract<GRUNet>(new(Input: 15, Output: 2, Parameters: 396 + 2688 + 66, Flops: 4164 + 60 + 28640 + 32 + 130))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleGRUNet();
        net.GRU1.WeightIhL0.CopyFrom([1, 2, 3]);
        net.GRU1.WeightHhL0.CopyFrom([3, 2, 1]);
        net.GRU1.BiasIhL0.CopyFrom([0.5f, 0, 0.125f]);
        net.GRU1.BiasHhL0.CopyFrom([0, 0.25f, -0.5f]);
        float[] y = new float[1];
        net.Predict([0.5f, -0.25f], y);

        double h = 0;
        foreach (double x in (double[])[0.5, -0.25])
        {
            double r = Sigmoid(x + 3 * h + 0.5), z = Sigmoid(2 * x + 2 * h + 0.25), m = Math.Tanh(3 * x + 0.125 + r * (h - 0.5));
            h = (1 - z) * m + z * h;
        }

        Assert.Equal(h, y[0], 1e-6);

        static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
    }
}
