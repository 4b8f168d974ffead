namespace StaticNet;

/// <summary>The function between the two dense layers of a Transformer's block.</summary>
public enum TransformerActivation
{
    /// <summary><c>max(x, 0)</c>.</summary>
    ReLU,

    /// <summary><c>x·Φ(x)</c>.</summary>
    GELU,
}
