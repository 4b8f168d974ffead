namespace StaticNet;

/// <summary>What a load accepts.</summary>
public sealed class LoadOptions
{
    /// <summary>
    /// Skips tensors that the network does not have, of any element type (as PyTorch's <c>num_batches_tracked</c>).
    /// By default they are an error.
    /// </summary>
    public bool AllowExtra { get; init; }

    /// <summary>
    /// What the file calls a tensor or a layer, by this network's name: <c>{ ["dense1"] = "fc.0", ["dense2.weight"] = "head.w" }</c> reads
    /// <c>fc.0.weight</c>, <c>fc.0.bias</c> and <c>head.w</c>. A tensor's own entry counts before its layer's. A key that is neither is an error.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <summary>What the file calls a tensor, by this network's name (<c>dense1.weight</c>); asked for those that <see cref="Names"/> leaves open.</summary>
    public Func<string, string>? Rename { get; init; }
}
