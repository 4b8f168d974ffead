namespace StaticNet;

/// <summary>
/// Stochastic gradient descent, with momentum, dampening and Nesterov's momentum as options: <c>g ← g + λ·w</c>,
/// <c>b ← μ·b + (1 − τ)·g</c>, at the first step <c>b ← g</c>, <c>w ← w − η·b</c>, with Nesterov <c>w ← w − η·(g + μ·b)</c>.
/// PyTorch's equations and defaults.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class SGD(double learningRate) : Optimizer(learningRate)
{
    private readonly double _momentum;
    private readonly double _dampening;

    /// <summary>The momentum μ, at least 0 and below 1. With 0, the default, there is no state.</summary>
    public double Momentum
    {
        get => _momentum;
        init => _momentum = HyperParameter.Fraction(value, nameof(Momentum));
    }

    /// <summary>The dampening τ of what joins the momentum, at least 0 and below 1; 0 by default.</summary>
    public double Dampening
    {
        get => _dampening;
        init => _dampening = HyperParameter.Fraction(value, nameof(Dampening));
    }

    /// <summary>Nesterov's momentum; it needs a <see cref="Momentum"/> above 0 and no <see cref="Dampening"/>.</summary>
    public bool Nesterov { get; init; }

    private protected override int RuleSlots => Momentum > 0 ? 1 : 0;

    internal override void Update<TPass>(ref TPass pass, in StepRates rates)
    {
        if (Momentum == 0)
            pass.Run(new SgdRule(rates.LearningRate));
        else if (Nesterov)
            pass.Run(new NesterovRule(rates.LearningRate, Momentum));
        else
            pass.Run(new MomentumRule(rates.LearningRate, Momentum, gain: Steps == 1 ? 1 : 1 - Dampening));
    }

    private protected override void Validate()
    {
        if (Nesterov && (Momentum == 0 || Dampening != 0))
            throw new InvalidOperationException(
                "Nesterov needs a momentum above 0 and no dampening: write new SGD(…) { Momentum = 0.9, Nesterov = true }, or leave Nesterov out.");
    }
}
