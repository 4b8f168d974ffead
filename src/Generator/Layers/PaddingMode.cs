namespace StaticNet;

/// <summary>What lies beyond the ends of what a convolution reads, and how much of it is read.</summary>
public enum PaddingMode
{
    /// <summary>Zeros, as many as the layer says.</summary>
    Zeros,

    /// <summary>Zeros, as many as give ⌈extent/stride⌉ places of the window; of an odd number the one more lies behind.</summary>
    Same,

    /// <summary>Zeros before the first element alone, so that no output reads what comes after it: dilation·(kernel − 1). Sequences only.</summary>
    Causal,

    /// <summary>The elements mirrored at the first and at the last: <c>3 2 | 1 2 3</c>.</summary>
    Reflect,

    /// <summary>The first and the last element again: <c>1 1 | 1 2 3</c>.</summary>
    Replicate,
}
