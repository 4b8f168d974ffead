using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(4, 3), RNN(5, ReturnSequences = true), RNN(7, Nonlinearity = Nonlinearity.ReLU), Dense(2), MeanSquaredError]
public partial class RNNNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 1), RNN(1, Nonlinearity = Nonlinearity.ReLU)]
public partial class SingleRNNNet;

// units·(c + units + 2), 5·10 + 7·14, and 7·2 + 2 parameters. Of each layer units sums of two biases, then 4 steps of 2·c + 1 operations a unit by
// the input and 2·units + 2 by the state: 5 + 4·5·(7 + 12), 7 + 4·7·(11 + 16); 2·2·7 + 2.
public class RNNTests() : LayerContract<RNNNet>(new(Input: 12, Output: 2, Parameters: 50 + 98 + 16, Flops: 385 + 763 + 30))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleRNNNet();
        net.RNN1.WeightIhL0[0, 0] = 2;
        net.RNN1.WeightHhL0[0, 0] = 3;
        net.RNN1.BiasIhL0[0] = 0.25f;
        net.RNN1.BiasHhL0[0] = 0.25f;
        float[] y = new float[2];
        net.Predict([1, 0, 2, 0, 1, 0], y);

        // h = 2x + 0.5 + 3h: 2.5, 8, 28.5; 0.5, 4, 12.5
        Assert.Equal([28.5f, 12.5f], y);
    }
}
