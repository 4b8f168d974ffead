namespace StaticNet;

/// <summary>
/// What a network may cost at most. One that costs more does not build: the error names the layers and values that cost most. What is not set
/// is not limited.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>Bytes of parameters and state as they are stored, padding included.</summary>
    public long ParameterBytes { get; init; } = long.MaxValue;

    /// <summary>Bytes of working memory of inference for <c>MaxBatch</c> samples: the network's <c>ArenaBytes</c>.</summary>
    public long ArenaBytes { get; init; } = long.MaxValue;

    /// <summary>
    /// Bytes of working memory of a trainer for <c>MaxBatch</c> samples, the optimizer's state not counted: the network's <c>TrainingBytes</c>.
    /// </summary>
    public long TrainingBytes { get; init; } = long.MaxValue;

    /// <summary>Floating-point operations of one sample from input to output: the network's <c>ForwardFlops</c>.</summary>
    public long ForwardFlops { get; init; } = long.MaxValue;
}
