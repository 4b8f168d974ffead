using System.Reflection;

namespace StaticNet.Oracle;

/// <summary>A generated network with its trainer, whatever its loss: the same members for any of them.</summary>
public sealed class EmittedNetwork
{
    private readonly Action<float[]> _forward;
    private readonly Action<float[]> _copyOutput;
    private readonly Action<float[]> _backwardFrom;
    private readonly Action<float[]>? _copyInputGradient;

    private delegate void Takes(ReadOnlySpan<float> values);

    private delegate void Fills(Span<float> values);

    /// <param name="type">The class with [Network], compiled with its graphs.</param>
    /// <param name="optimizer">A new optimizer.</param>
    /// <param name="seed">The seed of the network's and the trainer's random numbers.</param>
    public EmittedNetwork(Type type, Optimizer optimizer, ulong seed)
    {
        Network = (INetwork<float>)Activator.CreateInstance(type, seed)!;
        Trainer = (NetworkTrainer)Activator.CreateInstance(type.GetNestedType("Trainer")!, Network, optimizer, seed)!;
        Ir = (string)type.GetField("Ir", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;
        Takes forward = Method<Takes>("Forward")!, backwardFrom = Method<Takes>("BackwardFrom")!;
        Fills copyOutput = Method<Fills>("CopyOutput")!;
        (_forward, _backwardFrom, _copyOutput) = (values => forward(values), values => backwardFrom(values), values => copyOutput(values));
        if (Method<Fills>("CopyInputGradient") is { } copyInputGradient)
            _copyInputGradient = values => copyInputGradient(values);
    }

    /// <summary>The network.</summary>
    public INetwork<float> Network { get; }

    /// <summary>Its trainer.</summary>
    public NetworkTrainer Trainer { get; }

    /// <summary>Its printed graphs.</summary>
    public string Ir { get; }

    /// <summary>Forward and backward pass; gradients add to those gathered.</summary>
    public Step Train(Samples samples)
    {
        _forward(samples.Input);
        var output = new float[samples.Count * Network.OutputLength];
        _copyOutput(output);
        double? loss = null;
        if (samples.OutputGradient is { } gradient)
            _backwardFrom(gradient);
        else
            loss = Trainer is ITrainer<float, int> classes
                ? classes.Backward(samples.Classes, samples.SampleWeights)
                : ((ITrainer<float, float>)Trainer).Backward(samples.Target, samples.SampleWeights);
        float[]? inputGradient = _copyInputGradient is null ? null : new float[samples.Input.Length];
        _copyInputGradient?.Invoke(inputGradient!);
        return new(
            Doubles(output),
            loss,
            Entries(trainable: true).ToDictionary(e => e.Name, e => Doubles(Trainer.Gradient(e.Name).ToArray())),
            Entries(trainable: false).ToDictionary(e => e.Name, e => Doubles(Network.Parameters[e.Name].ToArray())),
            inputGradient is null ? null : Doubles(inputGradient));
    }

    /// <summary>A whole step by the trainer's shortest call, where the batch has targets.</summary>
    public void Step(Samples samples)
    {
        if (Trainer is ITrainer<float, int> classes && samples.OutputGradient is null)
            classes.Step(samples.Input, samples.Classes, samples.SampleWeights);
        else if (Trainer is ITrainer<float, float> numbers && samples.OutputGradient is null)
            numbers.Step(samples.Input, samples.Target, samples.SampleWeights);
        else
            (_, _) = (Train(samples), Apply());
    }

    /// <summary>The update; returns the steps of the optimizer so far.</summary>
    public long Apply()
    {
        Trainer.Apply();
        return Trainer.Optimizer.Steps;
    }

    /// <summary>The names of the trainable tensors, or of the states.</summary>
    public IEnumerable<ParameterEntry> Entries(bool trainable) =>
        Network.Parameters.Table.Entries.ToArray().Where(e => e.Kind == ParameterKind.State != trainable);

    /// <summary>A parameter's slots, each in its logical order.</summary>
    public double[][] Slots(ParameterEntry entry) =>
        [.. Trainer.Optimizer.State.ToArray().Select(s => Doubles(new ParameterView(s.Values, s.Base + entry.Offset, entry).ToArray()))];

    /// <summary>Every stored float, padding included.</summary>
    public float[] Stored() => [.. Network.Parameters.Values.AsSpan(Network.Parameters.Base, Network.Parameters.Table.Length)];

    /// <summary>The numbers in double precision.</summary>
    public static double[] Doubles(float[] values) => [.. values.Select(x => (double)x)];

    private TDelegate? Method<TDelegate>(string name)
        where TDelegate : Delegate => Trainer.GetType().GetMethod(name)?.CreateDelegate<TDelegate>(Trainer);
}
