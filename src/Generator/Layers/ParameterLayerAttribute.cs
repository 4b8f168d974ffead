namespace StaticNet;

/// <summary>The base of every layer that has parameters.</summary>
public abstract class ParameterLayerAttribute : LayerAttribute
{
    /// <summary>Whether training moves the parameters.</summary>
    public Trainable Trainable { get; init; }

    /// <summary>
    /// The name of an earlier layer of the same kind and shapes whose parameters this one uses instead of its own: tied weights. Their gradients add up,
    /// and files hold them once.
    /// </summary>
    public string? Share { get; init; }
}
