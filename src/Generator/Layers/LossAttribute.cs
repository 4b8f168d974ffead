namespace StaticNet;

/// <summary>The base of every loss. The loss is the last layer; its link turns the output into a prediction.</summary>
public abstract class LossAttribute : LayerAttribute
{
    /// <summary>Whether the loss is a mean or a sum. Weights per sample, where a step gives them, multiply its terms: <c>Σ w·l / n</c>.</summary>
    public Reduction Reduction { get; init; }
}
