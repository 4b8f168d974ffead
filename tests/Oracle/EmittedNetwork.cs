using System.Reflection;

namespace StaticNet.Oracle;

/// <summary>A generated network with its trainer, whatever its loss: the same members for any of them.</summary>
public sealed class EmittedNetwork
{
    private readonly OracleNetwork _shapes;

    /// <param name="type">The class with [Network], compiled with its graphs.</param>
    /// <param name="optimizer">A new optimizer.</param>
    /// <param name="seed">The seed of the network's and the trainer's random numbers.</param>
    public EmittedNetwork(Type type, Optimizer optimizer, ulong seed)
    {
        Network = (INetwork)Activator.CreateInstance(type, seed)!;
        Trainer = (NetworkTrainer)Activator.CreateInstance(type.GetNestedType("Trainer")!, Network, optimizer, seed)!;
        Ir = (string)type.GetField("Ir", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;
        _shapes = new OracleNetwork(Ir);
    }

    /// <summary>The network.</summary>
    public INetwork Network { get; }

    /// <summary>Its trainer.</summary>
    public NetworkTrainer Trainer { get; }

    /// <summary>Its printed graphs.</summary>
    public string Ir { get; }

    /// <summary>The outputs of inference, one after another; with the losses' links, the predictions.</summary>
    public double[] Infer(Samples samples, bool predictions)
    {
        float[][] outputs = Arrays(_shapes.OutputLengths, samples.Count);
        Call(Network, predictions ? "Predict" : "Forward", [.. samples.Inputs, .. outputs]);
        return Samples.Joined(outputs);
    }

    /// <summary>Forward and backward pass; gradients add to those gathered.</summary>
    public Step Train(Samples samples)
    {
        Call(Trainer, "Forward", samples.Inputs);
        float[][] outputs = Arrays(_shapes.OutputLengths, samples.Count);
        Call(Trainer, "CopyOutput", outputs);
        double? loss = null;
        if (samples.OutputGradients is { } gradients)
            Call(Trainer, "BackwardFrom", gradients);
        else
            loss = Call(Trainer, "Backward", [.. samples.Targets, samples.SampleWeights]);
        float[][]? inputGradients = SpanCall.Of(Trainer, "CopyInputGradient") is null ? null : Arrays(_shapes.DifferentiatedLengths, samples.Count);
        if (inputGradients is not null)
            Call(Trainer, "CopyInputGradient", inputGradients);
        return new(
            Samples.Joined(outputs),
            loss,
            Entries(trainable: true).ToDictionary(e => e.Name, e => Doubles(Trainer.Gradient(e.Name).ToArray())),
            Entries(trainable: false).ToDictionary(e => e.Name, e => Doubles(Network.Parameters[e.Name].ToArray())),
            inputGradients is null ? null : Samples.Joined(inputGradients));
    }

    /// <summary>A whole step by the trainer's shortest call, where the batch has targets.</summary>
    public void Step(Samples samples)
    {
        if (samples.OutputGradients is null)
            Call(Trainer, "Step", [.. samples.Inputs, .. samples.Targets, samples.SampleWeights]);
        else
            (_, _) = (Train(samples), Apply());
    }

    /// <summary>The update; returns the steps of the optimizer so far.</summary>
    public long Apply()
    {
        Trainer.Apply();
        return Trainer.Optimizer.Steps;
    }

    /// <summary>The tensors that are trained, or the states.</summary>
    public IEnumerable<ParameterEntry> Entries(bool trainable) =>
        Network.Parameters.Table.Entries.ToArray().Where(e => trainable ? e.IsTrained : e.Kind == ParameterKind.State);

    /// <summary>A parameter's slots, each in its logical order.</summary>
    public double[][] Slots(ParameterEntry entry) =>
        [.. Trainer.Optimizer.State.ToArray().Select(s => Doubles(new ParameterView(s.Values, s.Base + entry.Offset, entry).ToArray()))];

    /// <summary>Every stored float, padding included.</summary>
    public float[] Stored() => [.. Network.Parameters.Values.AsSpan(Network.Parameters.Base, Network.Parameters.Table.Length)];

    /// <summary>The numbers in double precision.</summary>
    public static double[] Doubles(float[] values) => [.. values.Select(x => (double)x)];

    private static float Call(object target, string method, IEnumerable<Array?> arrays) => SpanCall.Of(target, method)!.Run(arrays);

    private static float[][] Arrays(IEnumerable<int> lengths, int count) => [.. lengths.Select(length => new float[count * length])];
}
