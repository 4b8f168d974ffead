namespace StaticNet;

/// <summary>
/// Lion (Chen et al., 2023): <c>w ← (1 − η·λ)·w</c>, <c>w ← w − η·sign(β₁·m + (1 − β₁)·g)</c>, <c>m ← β₂·m + (1 − β₂)·g</c>.
/// The paper's equations and defaults; a step size of a third to a tenth of AdamW's suits it.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class Lion(double learningRate = 1e-4) : Optimizer(learningRate)
{
    private readonly double _beta1 = 0.9;
    private readonly double _beta2 = 0.99;

    /// <summary>The share β₁ of the momentum in the direction, at least 0 and below 1; 0.9 by default.</summary>
    public double Beta1
    {
        get => _beta1;
        init => _beta1 = HyperParameter.Fraction(value, nameof(Beta1));
    }

    /// <summary>The decay β₂ of the momentum, at least 0 and below 1; 0.99 by default.</summary>
    public double Beta2
    {
        get => _beta2;
        init => _beta2 = HyperParameter.Fraction(value, nameof(Beta2));
    }

    private protected override int RuleSlots => 1;

    internal override bool DecouplesDecay => true;

    internal override void Update<TPass>(ref TPass pass, in StepRates rates) => pass.Run(new LionRule(rates.LearningRate, Beta1, Beta2));
}
