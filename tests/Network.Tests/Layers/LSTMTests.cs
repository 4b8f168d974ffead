using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(6, 3), LSTM(17, Layers = 2, Dropout = 0.25, ReturnSequences = true), LSTM(5, Truncate = 4), Dense(2), MeanSquaredError]
public partial class LSTMNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 1), LSTM(1)]
public partial class SingleLSTMNet;

// 4·units·(c + units + 2) and 5·2 + 2 parameters. Of each layer 4·units sums of two biases, then 6 steps of 4·(2·c + 1) operations a unit by the input
// and 4·(2·units + 2) + 5 by the state: 68 + 6·17·(28 + 149), 68 + 6·17·(140 + 149), 20 + 6·5·(140 + 53); 2·2·5 + 2.
public class LSTMTests() : LayerContract<LSTMNet>(new(Input: 18, Output: 2, Parameters: 1496 + 2448 + 480 + 12, Flops: 18122 + 29546 + 5810 + 22))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleLSTMNet();
        net.LSTM1.WeightIhL0.CopyFrom([1, 2, 3, 4]);
        net.LSTM1.WeightHhL0.CopyFrom([4, 3, 2, 1]);
        net.LSTM1.BiasIhL0.CopyFrom([0.5f, 0, 0, 0]);
        net.LSTM1.BiasHhL0.CopyFrom([0, 0.25f, 0, 0]);
        float[] y = new float[1];
        net.Predict([0.5f, -0.25f], y);

        double h = 0, c = 0;
        foreach (double x in (double[])[0.5, -0.25])
        {
            double i = Sigmoid(x + 4 * h + 0.5), f = Sigmoid(2 * x + 3 * h + 0.25), g = Math.Tanh(3 * x + 2 * h), o = Sigmoid(4 * x + h);
            c = f * c + i * g;
            h = o * Math.Tanh(c);
        }

        Assert.Equal(h, y[0], 1e-6);

        static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
    }
}
