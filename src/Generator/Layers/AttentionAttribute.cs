namespace StaticNet;

/// <summary>What layers with attention have in common: heads, and which keys a query may read.</summary>
/// <param name="heads">Into how many parts the features are cut, each of which attends by itself; a divisor of their number.</param>
public abstract class AttentionAttribute(int heads) : ParameterLayerAttribute
{
    /// <summary>The number of heads.</summary>
    public int Heads { get; } = heads;

    /// <summary>Whether a step reads none after it.</summary>
    public bool Causal { get; init; }

    /// <summary>
    /// The name of an input or earlier layer <c>[n,t]</c>, of int32 or float32, that tells padding: keys at which it holds <see cref="PaddingIndex"/>
    /// are not read. A query that may read none reads all alike.
    /// </summary>
    public string? Mask { get; init; }

    /// <summary>What <see cref="Mask"/> holds at padding.</summary>
    public int PaddingIndex { get; init; }
}
