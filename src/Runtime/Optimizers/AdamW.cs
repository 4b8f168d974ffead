namespace StaticNet;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019): <c>w ← (1 − η·λ)·w</c>,
/// <c>m ← β₁·m + (1 − β₁)·g</c>, <c>v ← β₂·v + (1 − β₂)·g²</c>, <c>w ← w − η·m̂ / (√v̂ + ε)</c> with <c>m̂ = m/(1 − β₁ᵗ)</c>,
/// <c>v̂ = v/(1 − β₂ᵗ)</c>. The decay λ is 0.01 by default. PyTorch's equations and defaults.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class AdamW(double learningRate = 1e-3) : Optimizer(learningRate, weightDecay: 1e-2)
{
    private readonly double _beta1 = 0.9;
    private readonly double _beta2 = 0.999;
    private readonly double _epsilon = 1e-8;

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

    /// <summary>Whether the largest second moment so far takes the place of the second moment (Reddi et al., 2018).</summary>
    public bool AmsGrad { get; init; }

    internal override bool DecouplesDecay => true;

    private protected override int RuleSlots => AmsGrad ? 3 : 2;

    internal override void Update<TPass>(ref TPass pass, in StepRates rates)
    {
        AdamConstants constants = AdamConstants.Of(rates.LearningRate, Beta1, Beta2, Epsilon, Steps);
        if (AmsGrad)
            pass.Run(new AdamRule<On>(constants));
        else
            pass.Run(new AdamRule<Off>(constants));
    }
}
