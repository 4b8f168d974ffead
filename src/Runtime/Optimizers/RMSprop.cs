namespace StaticNet;

/// <summary>
/// RMSprop (Hinton, 2012; Graves, 2013): <c>g ← g + λ·w</c>, <c>v ← α·v + (1 − α)·g²</c>, <c>w ← w − η·g / (√v + ε)</c>; centred
/// <c>ḡ ← α·ḡ + (1 − α)·g</c> and <c>√(v − ḡ²)</c>; with momentum <c>b ← μ·b + g / (√v + ε)</c>, <c>w ← w − η·b</c>.
/// PyTorch's equations and defaults.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class RMSprop(double learningRate = 1e-2) : Optimizer(learningRate)
{
    private readonly double _alpha = 0.99;
    private readonly double _epsilon = 1e-8;
    private readonly double _momentum;

    /// <summary>The decay α of the mean square, at least 0 and below 1; 0.99 by default.</summary>
    public double Alpha
    {
        get => _alpha;
        init => _alpha = HyperParameter.Fraction(value, nameof(Alpha));
    }

    /// <summary>The ε that keeps the quotient finite, at least 1e-37; 1e-8 by default.</summary>
    public double Epsilon
    {
        get => _epsilon;
        init => _epsilon = HyperParameter.Positive(value, nameof(Epsilon));
    }

    /// <summary>The momentum μ, at least 0 and below 1; 0 by default.</summary>
    public double Momentum
    {
        get => _momentum;
        init => _momentum = HyperParameter.Fraction(value, nameof(Momentum));
    }

    /// <summary>Whether the mean square is taken about the mean gradient.</summary>
    public bool Centered { get; init; }

    private protected override int RuleSlots => 1 + (Centered ? 1 : 0) + (Momentum > 0 ? 1 : 0);

    internal override void Update<TPass>(ref TPass pass, in StepRates rates)
    {
        double rate = rates.LearningRate;
        if (Centered && Momentum > 0)
            pass.Run(new RMSpropRule<On, On>(rate, Alpha, Epsilon, Momentum));
        else if (Centered)
            pass.Run(new RMSpropRule<On, Off>(rate, Alpha, Epsilon, Momentum));
        else if (Momentum > 0)
            pass.Run(new RMSpropRule<Off, On>(rate, Alpha, Epsilon, Momentum));
        else
            pass.Run(new RMSpropRule<Off, Off>(rate, Alpha, Epsilon, Momentum));
    }
}
