namespace StaticNet;

/// <summary>
/// The norm of the gradients, by which a step is clipped, is not a finite number. Parameters, state and optimizer are as they were before the step.
/// </summary>
public sealed class NonFiniteGradientException(double norm) : Exception(
    $"The norm of the gradients is {norm.ToString(System.Globalization.CultureInfo.InvariantCulture)}, so they cannot be clipped by it and the "
    + "step was not taken: lower the learning rate, scale the inputs, or look for values that are not finite; after Apply() or ApplyMean(), "
    + "drop the gradients with ZeroGradients().")
{
    /// <summary>The norm.</summary>
    public double Norm { get; } = norm;
}
