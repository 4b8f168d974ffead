namespace StaticNet;

/// <summary>
/// How a parameter starts. <c>in</c> is how many inputs a unit sums and <c>out</c> how many units an input feeds, of a bias those of its weight;
/// every value is multiplied by the layer's scale. The same seed gives the same numbers on every platform.
/// </summary>
public enum Init
{
    /// <summary><c>0</c>.</summary>
    Zeros,

    /// <summary><c>1</c>; with a scale, that constant.</summary>
    Ones,

    /// <summary><c>N(0, 1)</c>.</summary>
    Normal,

    /// <summary><c>U(−1, 1)</c>.</summary>
    Uniform,

    /// <summary><c>U(−a, a)</c>, <c>a = √(6 / (in + out))</c> (Glorot and Bengio, 2010).</summary>
    GlorotUniform,

    /// <summary><c>N(0, 2 / (in + out))</c> (Glorot and Bengio, 2010).</summary>
    GlorotNormal,

    /// <summary><c>U(−a, a)</c>, <c>a = √(6 / in)</c> (He et al., 2015).</summary>
    HeUniform,

    /// <summary><c>N(0, 2 / in)</c> (He et al., 2015).</summary>
    HeNormal,

    /// <summary><c>U(−a, a)</c>, <c>a = √(3 / in)</c> (LeCun et al., 1998).</summary>
    LeCunUniform,

    /// <summary><c>N(0, 1 / in)</c> (LeCun et al., 1998).</summary>
    LeCunNormal,

    /// <summary><c>N(0, 1)</c>, of which what lies beyond ±2 is drawn again.</summary>
    TruncatedNormal,

    /// <summary>
    /// Orthonormal rows <c>[units,…]</c>, or columns where there are more rows than columns: <c>W·Wᵀ = I</c> or <c>Wᵀ·W = I</c>, drawn evenly
    /// from all such matrices (Saxe et al., 2014). For weights of two axes or more.
    /// </summary>
    Orthogonal,

    /// <summary>Each unit has 15 inputs, or all if there are fewer, with <c>N(0, 1)</c>; the other weights are 0 (Martens, 2010). For weights of two axes or more.</summary>
    Sparse,

    /// <summary>What PyTorch's layers start with: <c>U(−a, a)</c>, <c>a = 1/√in</c>, of weights and biases.</summary>
    PyTorchDefault,

    /// <summary>What Keras's layers start with: as <see cref="GlorotUniform"/>; biases start at 0.</summary>
    KerasDefault,
}
