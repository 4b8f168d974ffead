namespace StaticNet.Network.Tests.Contract;

/// <summary>One forward and backward pass through a network without a loss that gives the gradient of its input.</summary>
internal static class Pass
{
    public static (float[] Output, float[] InputGradient) Of<TNetwork>(float[] inputs, float[] outputGradient)
    {
        AnyNetwork network = AnyNetwork.Of<TNetwork>();
        INetwork<float> net = network.New();
        AnyTrainer trainer = network.NewTrainer(net);
        float[] output = new float[outputGradient.Length], inputGradient = new float[inputs.Length], inferred = new float[output.Length];
        trainer.Forward(inputs);
        trainer.CopyOutput(output);
        trainer.BackwardFrom(outputGradient);
        trainer.CopyInputGradient(inputGradient);
        net.Predict(inputs, inferred);
        Assert.Equal(output, inferred);
        return (output, inputGradient);
    }
}
