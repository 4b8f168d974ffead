using StaticNet.Numerics;

namespace StaticNet;

/// <summary>
/// LAMB (You et al., 2020), for large batches: the moments as in Adam, <c>u = m̂ / (√v̂ + ε) + λ·w</c>, and tensor by tensor
/// <c>w ← w − η·‖w‖/‖u‖·u</c>, where the quotient is 1 if either norm is 0. The paper's equations and defaults: λ is 0.01.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class LAMB(double learningRate = 1e-3) : Optimizer(learningRate, weightDecay: 1e-2)
{
    private readonly double _beta1 = 0.9;
    private readonly double _beta2 = 0.999;
    private readonly double _epsilon = 1e-6;

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

    /// <summary>The ε that keeps the quotient finite, at least 1e-37; 1e-6 by default.</summary>
    public double Epsilon
    {
        get => _epsilon;
        init => _epsilon = HyperParameter.Positive(value, nameof(Epsilon));
    }

    private protected override int RuleSlots => 2;

    internal override bool RuleDecays => true;

    internal override void Update<TPass>(ref TPass pass, in StepRates rates)
    {
        AdamConstants adam = AdamConstants.Of(rates.LearningRate, Beta1, Beta2, Epsilon, Steps);
        var constants = new LambConstants(adam, 1 / (1 - Powers.Of(Beta1, Steps)), rates.WeightDecay);
        pass.RunByNorm<LambRule, LambStepRule>(new LambRule(constants, rates.LearningRate));
    }
}
