using StaticNet.Numerics;

namespace StaticNet;

/// <summary>What a step by two moments multiplies with: computed in double once per step, rounded to float once.</summary>
internal readonly struct AdamConstants
{
    public readonly float Beta1, OneMinusBeta1, Beta2, OneMinusBeta2;

    /// <summary>−η with all corrections: of Adam <c>−η / (1 − β₁ᵗ)</c>.</summary>
    public readonly float MinusRate;

    /// <summary>What √v is multiplied with: of Adam <c>1 / √(1 − β₂ᵗ)</c>.</summary>
    public readonly float RootCorrection;

    public readonly float Epsilon;

    private AdamConstants(double beta1, double beta2, double minusRate, double rootCorrection, double epsilon)
    {
        Beta1 = (float)beta1;
        OneMinusBeta1 = (float)(1 - beta1);
        Beta2 = (float)beta2;
        OneMinusBeta2 = (float)(1 - beta2);
        MinusRate = (float)minusRate;
        RootCorrection = (float)rootCorrection;
        Epsilon = (float)epsilon;
    }

    /// <summary>Of Adam, at step <paramref name="t"/>, counted from 1.</summary>
    public static AdamConstants Of(double learningRate, double beta1, double beta2, double epsilon, long t) => new(
        beta1, beta2, -learningRate / (1 - Powers.Of(beta1, t)), 1 / Math.Sqrt(1 - Powers.Of(beta2, t)), epsilon);

    /// <summary>Of RAdam: while the second moment is of too few steps to be trusted, the step goes along the first moment alone.</summary>
    public static AdamConstants Rectified(double learningRate, double beta1, double beta2, double epsilon, long t)
    {
        double power = Powers.Of(beta2, t), minusRate = -learningRate / (1 - Powers.Of(beta1, t));
        // ρ∞ = 2/(1 − β₂) − 1,   ρ = ρ∞ − 2·t·β₂ᵗ/(1 − β₂ᵗ)
        double limit = 2 / (1 - beta2) - 1, length = limit - 2 * t * power / (1 - power);
        if (length <= 5)
            return new(beta1, beta2, minusRate, 0, 1);
        // r = √((ρ − 4)·(ρ − 2)·ρ∞ / ((ρ∞ − 4)·(ρ∞ − 2)·ρ)),   w ← w − η·m̂·r·√(1 − β₂ᵗ)/(√v + ε)
        double r = Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
        return new(beta1, beta2, minusRate * r * Math.Sqrt(1 - power), 1, epsilon);
    }
}
