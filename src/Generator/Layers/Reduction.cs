namespace StaticNet;

/// <summary>How a loss becomes one number.</summary>
public enum Reduction
{
    /// <summary>The mean, over what the loss says: samples and elements, or samples.</summary>
    Mean,

    /// <summary>The sum over the same.</summary>
    Sum,
}
