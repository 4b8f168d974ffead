namespace StaticNet;

/// <summary>The loss of a step is not a finite number. Parameters, state, gradients and optimizer are as they were before the step.</summary>
public sealed class NonFiniteLossException(float loss) : Exception(
    $"The loss is {loss.ToString(System.Globalization.CultureInfo.InvariantCulture)}, so the step was not taken and nothing has changed: "
    + "lower the learning rate, scale the inputs, or look for values that are not finite in inputs and targets.")
{
    /// <summary>The loss.</summary>
    public float Loss { get; } = loss;
}
