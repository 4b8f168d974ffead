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
    double[]? OutputGradient = null);
