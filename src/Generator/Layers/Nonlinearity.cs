namespace StaticNet;

/// <summary>What an <see cref="RNNAttribute"/> applies at each step.</summary>
public enum Nonlinearity
{
    /// <summary><c>tanh x</c>.</summary>
    Tanh,

    /// <summary><c>max(x, 0)</c>.</summary>
    ReLU,
}
