namespace StaticNet;

/// <summary>
/// Stochastic gradient descent, with momentum and Nesterov's momentum as options:
/// <c>g ← g + λ·w</c>, <c>b ← μ·b + g</c>, <c>w ← w − η·b</c>, with Nesterov <c>w ← w − η·(g + μ·b)</c>. PyTorch's equations and defaults.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class SGD(double learningRate) : Optimizer(learningRate)
{
    private readonly double _momentum;
    private readonly double _weightDecay;

    /// <summary>The momentum μ, at least 0 and below 1. With 0 there is no state.</summary>
    public double Momentum
    {
        get => _momentum;
        init => _momentum = HyperParameter.Fraction(value, nameof(Momentum));
    }

    /// <summary>Nesterov's momentum; it needs a <see cref="Momentum"/> above 0.</summary>
    public bool Nesterov { get; init; }

    /// <summary>The decay λ, at least 0, added to the gradient (L2).</summary>
    public double WeightDecay
    {
        get => _weightDecay;
        init => _weightDecay = HyperParameter.AtLeastZero(value, nameof(WeightDecay));
    }

    /// <summary>1 with momentum, otherwise 0.</summary>
    public override int Slots => Momentum > 0 ? 1 : 0;

    internal override void Update<TPass>(ref TPass pass)
    {
        if (Slots == 0)
            pass.Run(new SgdRule(LearningRate, WeightDecay));
        else if (Nesterov)
            pass.Run(new NesterovRule(LearningRate, Momentum, WeightDecay));
        else
            pass.Run(new MomentumRule(LearningRate, Momentum, WeightDecay));
    }

    private protected override void Validate()
    {
        if (Nesterov && Momentum == 0)
            throw new InvalidOperationException(
                "Nesterov needs a momentum above 0: write new SGD(…) { Momentum = 0.9, Nesterov = true }, or leave Nesterov out.");
    }
}
