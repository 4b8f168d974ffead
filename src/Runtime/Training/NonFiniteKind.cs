namespace StaticNet;

/// <summary>What the first value that is not finite is to a training step.</summary>
public enum NonFiniteKind
{
    /// <summary>Not looked for: <see cref="NetworkTrainer.CheckFinite"/> is off.</summary>
    Unknown,

    /// <summary>What the caller gave: an input, a target, a weight of samples, a gradient of the output.</summary>
    Input,

    /// <summary>A parameter or state of the layer whose output is the first that is not finite.</summary>
    Parameter,

    /// <summary>The output of a layer, or the loss.</summary>
    Activation,

    /// <summary>The gradient of a layer's output or of a parameter.</summary>
    Gradient,
}
