namespace StaticNet;

/// <summary>
/// The base of every loss. Losses stand behind all layers. A loss's link turns its output into a prediction; <c>From</c> names the output where there
/// are several. The loss of a step is the sum of all, each by its weight.
/// </summary>
public abstract class LossAttribute : LayerAttribute
{
    /// <summary>Whether the loss is a mean or a sum. Weights per sample, where a step gives them, multiply its terms: <c>Σ w·l / n</c>.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>What the loss weighs in the sum of all losses; positive and finite.</summary>
    public double Weight { get; init; } = 1;
}
