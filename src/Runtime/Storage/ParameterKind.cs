namespace StaticNet;

/// <summary>What a stored tensor is to its layer.</summary>
public enum ParameterKind
{
    /// <summary>A weight: what decay applies to.</summary>
    Weight,

    /// <summary>A bias.</summary>
    Bias,

    /// <summary>The scale or the shift of a normalisation.</summary>
    Norm,

    /// <summary>Not trained: running statistics. Saved with the parameters, out of the optimizer's range.</summary>
    State,
}
