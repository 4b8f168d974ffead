namespace StaticNet;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019): <c>w ← (1 − η·λ)·w</c>,
/// <c>m ← β₁·m + (1 − β₁)·g</c>, <c>v ← β₂·v + (1 − β₂)·g²</c>, <c>w ← w − η·m̂ / (√v̂ + ε)</c> with <c>m̂ = m/(1 − β₁ᵗ)</c>,
/// <c>v̂ = v/(1 − β₂ᵗ)</c>. PyTorch's equations and defaults.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class AdamW(double learningRate = 1e-3) : Optimizer(learningRate)
{
    private readonly double _beta1 = 0.9;
    private readonly double _beta2 = 0.999;
    private readonly double _epsilon = 1e-8;
    private readonly double _weightDecay = 1e-2;

    /// <summary>The decay β₁ of the first moment, at least 0 and below 1; 0.9 by default.</summary>
    public double Beta1
    {
        get => _beta1;
        init => _beta1 = HyperParameter.Fraction(value, nameof(Beta1));
    }

    /// <summary>The decay β₂ of the second moment, at least 0 and below 1; 0.999 by default.</summary>
    public double Beta2
    {
        get => _beta2;
        init => _beta2 = HyperParameter.Fraction(value, nameof(Beta2));
    }

    /// <summary>The ε that keeps the quotient finite, at least 1e-37; 1e-8 by default.</summary>
    public double Epsilon
    {
        get => _epsilon;
        init => _epsilon = HyperParameter.Positive(value, nameof(Epsilon));
    }

    /// <summary>The decay λ, at least 0, apart from the gradient; 0.01 by default.</summary>
    public double WeightDecay
    {
        get => _weightDecay;
        init => _weightDecay = HyperParameter.AtLeastZero(value, nameof(WeightDecay));
    }

    /// <summary>2: the first and the second moment.</summary>
    public override int Slots => 2;

    internal override void Update<TPass>(ref TPass pass) =>
        pass.Run(new AdamWRule(new AdamConstants(LearningRate, Beta1, Beta2, Epsilon, Steps), LearningRate, WeightDecay));
}
