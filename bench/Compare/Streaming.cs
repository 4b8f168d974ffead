using StaticNet;

namespace Compare;

/// <summary>A step of a sequence; no peer runs in this process.</summary>
/// <param name="name">What it is called.</param>
internal sealed class Streaming(string name) : Workload(name)
{
    public delegate void Step(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Floating-point operations of the whole sequence.</summary>
    public required long SequenceFlops { get; init; }

    /// <summary>Steps of the whole sequence.</summary>
    public int Steps { get; init; } = 32;

    /// <summary>A network and its stream.</summary>
    public required Func<(INetwork<float> Net, Step Step)> Network { get; init; }

    public override IEnumerable<Duel> Duels(int threads)
    {
        var (net, step) = Network();
        int inputs = net.InputLength / Steps, outputs = net.OutputLength / Steps;
        float[] x = Samples.Floats(net.InputLength, seed: 1), whole = new float[net.OutputLength], streamed = new float[net.OutputLength];
        net.Forward(x, whole);
        for (int t = 0; t < Steps; t++)
            step(x.AsSpan(t * inputs, inputs), streamed.AsSpan(t * outputs, outputs));
        Agreement.OfOutputs($"{Name}: output", streamed, whole);
        yield return new(Name, "stream", 1, (double)SequenceFlops / Steps, () =>
        {
            step(x.AsSpan(0, inputs), streamed.AsSpan(0, outputs));
            return streamed[0];
        });
    }
}
