namespace StaticNet;

/// <summary>What a load accepts.</summary>
public sealed class LoadOptions
{
    /// <summary>
    /// Skips tensors that the network does not have, of any element type (as PyTorch's <c>num_batches_tracked</c>).
    /// By default they are an error.
    /// </summary>
    public bool AllowExtra { get; init; }
}
