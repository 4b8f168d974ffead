namespace StaticNet;

/// <summary>The base of every layer that has parameters.</summary>
public abstract class ParameterLayerAttribute : LayerAttribute
{
    /// <summary>Whether training moves the parameters.</summary>
    public Trainable Trainable { get; init; }
}
