using System.Globalization;

namespace StaticNet;

/// <summary>
/// The loss of a step is not a finite number, or with <see cref="NetworkTrainer.CheckFinite"/> any value of it. Parameters, state, gradients and
/// optimizer are as they were before the step.
/// </summary>
public sealed class NonFiniteLossException : Exception
{
    /// <param name="loss">The loss.</param>
    public NonFiniteLossException(float loss)
        : base($"The loss is {loss.ToString(CultureInfo.InvariantCulture)}, so the step was not taken and nothing has changed: "
            + "lower the learning rate, scale the inputs, or look for values that are not finite in inputs and targets"
            + (float.IsNaN(loss) ? ", and for a batch whose classes all have the weight 0 (ClassWeights)." : ".")) => Loss = loss;

    internal NonFiniteLossException(float loss, FiniteCheck found)
        : base($"The first value of the step that is not finite is in {found.Name}, so the step was not taken and nothing has changed: " + found.Kind switch
        {
            NonFiniteKind.Input => "look for it in the data.",
            NonFiniteKind.Parameter => "load or initialise the parameters anew.",
            _ => "lower the learning rate, or scale the inputs.",
        })
    {
        Loss = loss;
        Kind = found.Kind;
        Layer = found.Layer;
    }

    /// <summary>The loss; not a number where the backward pass did not begin at one.</summary>
    public float Loss { get; }

    /// <summary>What the first value that is not finite is; unknown unless <see cref="NetworkTrainer.CheckFinite"/> is on.</summary>
    public NonFiniteKind Kind { get; }

    /// <summary>
    /// The layer of the first value that is not finite, of several that run as one step the first; "" for what the caller gave, and where
    /// <see cref="NetworkTrainer.CheckFinite"/> is off.
    /// </summary>
    public string Layer { get; } = "";
}
