using StaticNet.Network.Tests.Contract;
using StaticNet.Numerics;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(2, 3, 3), Conv2D(6, 2), SpatialDropout(0.25), ReLU, Flatten, Dense(2), MeanSquaredError]
public partial class SpatialDropoutNet;

[Network(MaxBatch = 16, InputGradient = true), Input(5, 2, 3), SpatialDropout(0.25)]
public partial class SingleSpatialDropoutNet;

[Network(MaxBatch = 16, InputGradient = true), Input(6, 5), SpatialDropout(0.25)]
public partial class SequenceSpatialDropoutNet;

// 6·8 + 6 + 24·2 + 2 parameters; 4·6·17, 24, 2·48 + 2 operations: inference drops nothing.
public class SpatialDropoutTests() : LayerContract<SpatialDropoutNet>(new(Input: 18, Output: 2, Parameters: 104, Flops: 408 + 24 + 98))
{
    [Fact]
    public void By_hand_over_sequences()
    {
        const int Channels = 5, Sample = 6 * Channels;
        var trainer = new SequenceSpatialDropoutNet.Trainer(new(), new SGD(0.5), seed: 9);
        float[] x = Numbers.Normal(16 * Sample, 3), y = new float[x.Length];
        trainer.Forward(x);
        trainer.CopyOutput(y);
        for (int i = 0; i < x.Length; i++)
        {
            // One u ~ U[0,1) for the six steps of a channel.
            bool dropped = Philox.Uniform(9, 0, 0, (ulong)(i / Sample * Channels + i % Channels)) < 0.25f;
            Assert.Equal(dropped ? 0 : x[i] / 0.75f, y[i], MathF.Abs(x[i]) * 1e-6f);
        }
    }

    [Fact]
    public void By_hand()
    {
        var trainer = new SingleSpatialDropoutNet.Trainer(new(), new SGD(0.5), seed: 9);
        float[] x = Numbers.Normal(16 * 30, 3), dy = Numbers.Normal(16 * 30, 4), y = new float[x.Length], dx = new float[x.Length];
        trainer.Forward(x);
        trainer.CopyOutput(y);
        trainer.BackwardFrom(dy);
        trainer.CopyInputGradient(dx);
        for (int i = 0; i < x.Length; i++)
        {
            // One u ~ U[0,1) for the six places of a channel.
            bool dropped = Philox.Uniform(9, 0, 0, (ulong)(i / 6)) < 0.25f;
            Assert.Equal(dropped ? 0 : x[i] / 0.75f, y[i], MathF.Abs(x[i]) * 1e-6f);
            Assert.Equal(dropped ? 0 : dy[i] / 0.75f, dx[i], MathF.Abs(dy[i]) * 1e-6f);
        }
    }
}

[Network(MaxBatch = 3, InputGradient = true), Input(4, 3), Conv1D(6, 2), SpatialDropout(0.25), ReLU, Flatten, Dense(2), MeanSquaredError]
public partial class DroppedSequenceNet;

// 6·6 + 6, 18·2 + 2 parameters; 3 steps·6·13, 18, 2·37 operations.
public class DroppedSequenceTests() : LayerContract<DroppedSequenceNet>(new(Input: 12, Output: 2, Parameters: 80, Flops: 234 + 18 + 74));
