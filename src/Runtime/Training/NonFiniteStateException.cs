namespace StaticNet;

/// <summary>A step would make a state, such as a running variance, infinite or not a number. Nothing has changed by the step.</summary>
public sealed class NonFiniteStateException(string state) : Exception(
    $"The next value of '{state}' is not finite, so the step was not taken and nothing has changed: "
    + "scale the inputs, or look for values that are not finite in them.")
{
    /// <summary>The first such state, as <c>batchnorm1.running_var</c>.</summary>
    public string State { get; } = state;
}
