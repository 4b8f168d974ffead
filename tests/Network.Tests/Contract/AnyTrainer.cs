namespace StaticNet.Network.Tests.Contract;

/// <summary>The trainer of any network, with or without a loss: its typed methods as delegates, so that calls cost no allocation.</summary>
internal sealed class AnyTrainer
{
    private readonly Write? _copyInputGradient;
    private readonly Head<float>? _backward;
    private readonly Head<int>? _backwardLabels;
    private readonly Whole<float>? _step;
    private readonly Whole<int>? _stepLabels;

    public AnyTrainer(NetworkTrainer trainer)
    {
        Trainer = trainer;
        Type type = trainer.GetType();
        Forward = OfFloats(type.GetMethod("Forward")!);
        CopyOutput = type.GetMethod("CopyOutput")!.CreateDelegate<Write>(trainer);
        BackwardFrom = type.GetMethod("BackwardFrom")!.CreateDelegate<Read>(trainer);
        _copyInputGradient = type.GetMethod("CopyInputGradient")?.CreateDelegate<Write>(trainer);
        if (trainer is ITrainer<float, float> floats)
            (_backward, _step) = (floats.Backward, floats.Step);
        else if (trainer is ITrainer<float, int> labels)
            (_backwardLabels, _stepLabels) = (labels.Backward, labels.Step);
        else if (trainer is ITrainer<int, float> tokens)
            (_backward, _step) = (tokens.Backward, (input, target, weights) => tokens.Step(TokenNetwork.Bits(input), target, weights));
        else if (trainer is ITrainer<int, int> both)
            (_backwardLabels, _stepLabels) = (both.Backward, (input, target, weights) => both.Step(TokenNetwork.Bits(input), target, weights));

        Read OfFloats(System.Reflection.MethodInfo forward)
        {
            if (forward.GetParameters()[0].ParameterType == typeof(ReadOnlySpan<float>))
                return forward.CreateDelegate<Read>(trainer);
            ReadTokens tokens = forward.CreateDelegate<ReadTokens>(trainer);
            return source => tokens(TokenNetwork.Bits(source));
        }
    }

    public delegate void Read(ReadOnlySpan<float> source);

    private delegate void ReadTokens(ReadOnlySpan<int> source);

    public delegate void Write(Span<float> target);

    private delegate float Head<T>(ReadOnlySpan<T> target, ReadOnlySpan<float> sampleWeights);

    private delegate float Whole<T>(ReadOnlySpan<float> input, ReadOnlySpan<T> target, ReadOnlySpan<float> sampleWeights);

    public NetworkTrainer Trainer { get; }

    public Read Forward { get; }

    public Write CopyOutput { get; }

    public Read BackwardFrom { get; }

    public Write CopyInputGradient => _copyInputGradient ?? throw new InvalidOperationException("declare [Network(InputGradient = true)]");

    public float Backward(Target target, float[]? sampleWeights = null) =>
        _backwardLabels is null ? _backward!(target.Floats, sampleWeights) : _backwardLabels(target.Labels, sampleWeights);

    public float Step(float[] input, Target target, float[]? sampleWeights = null) =>
        _stepLabels is null ? _step!(input, target.Floats, sampleWeights) : _stepLabels(input, target.Labels, sampleWeights);

    public float Step(Batch batch) => ((ITrainer)Trainer).Step(batch);
}
