namespace StaticNet;

/// <summary>
/// Adam with a rectified step (Liu et al., 2020): <c>w ← w − η·m̂·r / (√v̂ + ε/√(1 − β₂ᵗ))</c>, and <c>w ← w − η·m̂</c> in the first steps, where
/// the second moment is of too few gradients; <c>r = √((ρ − 4)·(ρ − 2)·ρ∞ / ((ρ∞ − 4)·(ρ∞ − 2)·ρ))</c>, <c>ρ∞ = 2/(1 − β₂) − 1</c>,
/// <c>ρ = ρ∞ − 2·t·β₂ᵗ/(1 − β₂ᵗ)</c>. PyTorch's equations and defaults.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class RAdam(double learningRate = 1e-3) : Optimizer(learningRate)
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

    /// <summary>Whether weight decay is apart from the gradient, <c>w ← (1 − η·λ)·w</c>.</summary>
    public bool DecoupledWeightDecay { get; init; }

    private protected override int RuleSlots => 2;

    internal override bool DecouplesDecay => DecoupledWeightDecay;

    internal override void Update<TPass>(ref TPass pass, in StepRates rates) =>
        pass.Run(new AdamRule<Off>(AdamConstants.Rectified(rates.LearningRate, Beta1, Beta2, Epsilon, Steps)));
}
