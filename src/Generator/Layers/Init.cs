namespace StaticNet;

/// <summary>How a parameter starts. <c>in</c> and <c>out</c> are the fans of the weight; every value is multiplied by the layer's scale.</summary>
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
}
