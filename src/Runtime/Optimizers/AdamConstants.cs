using StaticNet.Numerics;

namespace StaticNet;

/// <summary>What a step of Adam or AdamW multiplies with: computed in double once per step, rounded to float once.</summary>
internal readonly struct AdamConstants
{
    public readonly float Beta1, OneMinusBeta1, Beta2, OneMinusBeta2;

    /// <summary><c>−η / (1 − β₁ᵗ)</c>.</summary>
    public readonly float MinusRate;

    /// <summary><c>1 / √(1 − β₂ᵗ)</c>.</summary>
    public readonly float RootCorrection;

    public readonly float Epsilon;

    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁.</param>
    /// <param name="beta2">β₂.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="step">t, from 1.</param>
    public AdamConstants(double learningRate, double beta1, double beta2, double epsilon, long step)
    {
        Beta1 = (float)beta1;
        OneMinusBeta1 = (float)(1 - beta1);
        Beta2 = (float)beta2;
        OneMinusBeta2 = (float)(1 - beta2);
        MinusRate = (float)(-learningRate / (1 - Powers.Of(beta1, step)));
        RootCorrection = (float)(1 / Math.Sqrt(1 - Powers.Of(beta2, step)));
        Epsilon = (float)epsilon;
    }
}
