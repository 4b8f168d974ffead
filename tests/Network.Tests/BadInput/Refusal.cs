using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.BadInput;

[Network(MaxBatch = 4, InputGradient = true), Input(3), Dense(5), BatchNorm, ReLU, Dropout(0.25), Dense(4), SoftmaxCrossEntropy]
public partial class ClassNet;

[Network(MaxBatch = 4), Input(3), Dense(2), MeanSquaredError]
public partial class NumberNet;

/// <summary>A network and its trainer in the middle of training, and the claim that a call is refused and leaves them so.</summary>
internal sealed class Refusal
{
    public static readonly float[] Inputs = Numbers.Normal(12, 1);
    public static readonly int[] Labels = [0, 3, 1, 2];

    public Refusal()
    {
        Net = new ClassNet(seed: 1);
        Trainer = new ClassNet.Trainer(Net, new Adam(0.01), seed: 2);
        Trainer.Step(Inputs, Labels);
        Trainer.Forward(Inputs);
        Trainer.Backward(Labels);
    }

    public ClassNet Net { get; }

    public ClassNet.Trainer Trainer { get; }

    /// <summary>The exception of a call that changes nothing: its type, and its whole text.</summary>
    public void Of<TException>(Action<Refusal> call, string message)
        where TException : Exception
    {
        Frozen before = Frozen.Of(Net, Trainer);
        TException exception = Assert.Throws<TException>(() => call(this));
        Assert.Equal(message, exception.Message);
        before.IsStill(Frozen.Of(Net, Trainer));

        // And everything goes on.
        Trainer.Apply();
        Trainer.Step(Inputs, Labels);
        Net.Predict(Inputs, new float[16]);
    }
}
