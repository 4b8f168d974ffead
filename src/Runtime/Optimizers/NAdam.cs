using StaticNet.Numerics;

namespace StaticNet;

/// <summary>
/// Adam with Nesterov's momentum (Dozat, 2016): <c>g ← g + λ·w</c>, the moments as in Adam,
/// <c>w ← w − η·(μₜ₊₁·m/(1 − μ₁⋯μₜ₊₁) + (1 − μₜ)·g/(1 − μ₁⋯μₜ)) / (√v̂ + ε)</c> with <c>μₜ = β₁·(1 − ½·0.96^(t·ψ))</c>.
/// PyTorch's equations and defaults.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class NAdam(double learningRate = 2e-3) : Optimizer(learningRate)
{
    private readonly double _beta1 = 0.9;
    private readonly double _beta2 = 0.999;
    private readonly double _epsilon = 1e-8;
    private readonly double _momentumDecay = 4e-3;
    private readonly Lock _growing = new();
    private double _product = 1;
    private long _productStep;

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

    /// <summary>The pace ψ at which the momentum approaches β₁, at least 0; 0.004 by default.</summary>
    public double MomentumDecay
    {
        get => _momentumDecay;
        init => _momentumDecay = HyperParameter.AtLeastZero(value, nameof(MomentumDecay));
    }

    /// <summary>Whether weight decay is apart from the gradient, <c>w ← (1 − η·λ)·w</c>.</summary>
    public bool DecoupledWeightDecay { get; init; }

    private protected override int RuleSlots => 2;

    internal override bool DecouplesDecay => DecoupledWeightDecay;

    internal override void Update<TPass>(ref TPass pass, in StepRates rates)
    {
        double momentum = Momentum(Steps), next = Momentum(Steps + 1), product = Product(Steps);
        pass.Run(new NAdamRule(
            AdamConstants.Of(rates.LearningRate, Beta1, Beta2, Epsilon, Steps),
            rates.LearningRate * (1 - momentum) / (1 - product),
            rates.LearningRate * next / (1 - (product * next))));
    }

    private double Momentum(long t) => Beta1 * (1 - (0.5 * Powers.Of(Powers.Of(0.96, MomentumDecay), t)));

    // μ₁·μ₂⋯μₜ; one factor more than at the step before
    private double Product(long t)
    {
        lock (_growing)
        {
            if (t < _productStep)
                (_product, _productStep) = (1, 0);
            while (_productStep < t)
                _product *= Momentum(++_productStep);
            return _product;
        }
    }
}
