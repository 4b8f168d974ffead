namespace StaticNet.Oracle;

/// <summary>Everything that a training step computes before its update.</summary>
/// <param name="Output">The declared output, before the loss's link.</param>
/// <param name="Loss">The loss; null where the backward pass began at the outputs.</param>
/// <param name="Gradients">By parameter.</param>
/// <param name="NextStates">What each state became.</param>
/// <param name="InputGradient">The gradient by the input; null where the network does not give it.</param>
/// <param name="OutputGradient">The gradient by the output; null from an emitted network, which keeps it to itself.</param>
public sealed record Step(
    double[] Output,
    double? Loss,
    IReadOnlyDictionary<string, double[]> Gradients,
    IReadOnlyDictionary<string, double[]> NextStates,
    double[]? InputGradient,
    double[]? OutputGradient = null)
{
    /// <summary>The step whose numbers are <paramref name="f"/> of the numbers of two.</summary>
    public Step Combine(Step other, Func<double, double, double> f) => new(
        Each(Output, other.Output, f),
        Loss is { } loss ? f(loss, other.Loss!.Value) : null,
        Gradients.ToDictionary(g => g.Key, g => Each(g.Value, other.Gradients[g.Key], f)),
        NextStates.ToDictionary(s => s.Key, s => Each(s.Value, other.NextStates[s.Key], f)),
        InputGradient is null ? null : Each(InputGradient, other.InputGradient!, f),
        OutputGradient is null ? null : Each(OutputGradient, other.OutputGradient!, f));

    private static double[] Each(double[] a, double[] b, Func<double, double, double> f) => [.. a.Zip(b, f)];
}
