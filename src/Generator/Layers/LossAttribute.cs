namespace StaticNet;

/// <summary>The base of every loss. The loss is the last layer; its link turns the output into a prediction.</summary>
public abstract class LossAttribute : LayerAttribute;
