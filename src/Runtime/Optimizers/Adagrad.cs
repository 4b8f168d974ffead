namespace StaticNet;

/// <summary>
/// Adagrad (Duchi et al., 2011): <c>g ← g + λ·w</c>, <c>s ← s + g²</c>, <c>w ← w − η/(1 + (t − 1)·δ)·g / (√s + ε)</c>.
/// PyTorch's equations and defaults.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class Adagrad(double learningRate = 1e-2) : Optimizer(learningRate)
{
    private readonly double _epsilon = 1e-10;
    private readonly double _learningRateDecay;
    private readonly double _initialAccumulatorValue;

    /// <summary>The ε that keeps the quotient finite, at least 1e-37; 1e-10 by default.</summary>
    public double Epsilon
    {
        get => _epsilon;
        init => _epsilon = HyperParameter.Positive(value, nameof(Epsilon));
    }

    /// <summary>The decay δ of the step size, at least 0; 0 by default.</summary>
    public double LearningRateDecay
    {
        get => _learningRateDecay;
        init => _learningRateDecay = HyperParameter.AtLeastZero(value, nameof(LearningRateDecay));
    }

    /// <summary>What the sum s starts with, at least 0; 0 by default.</summary>
    public double InitialAccumulatorValue
    {
        get => _initialAccumulatorValue;
        init => _initialAccumulatorValue = HyperParameter.AtLeastZero(value, nameof(InitialAccumulatorValue));
    }

    private protected override int RuleSlots => 1;

    internal override void Update<TPass>(ref TPass pass, in StepRates rates) => pass.Run(new AdagradRule(
        rates.LearningRate / (1 + ((Steps - 1) * LearningRateDecay)), Epsilon, InitialAccumulatorValue));
}
