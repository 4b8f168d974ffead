namespace StaticNet;

/// <summary>
/// Adadelta (Zeiler, 2012): <c>g ← g + λ·w</c>, <c>v ← ρ·v + (1 − ρ)·g²</c>, <c>d = √(u + ε)/√(v + ε)·g</c>, <c>u ← ρ·u + (1 − ρ)·d²</c>,
/// <c>w ← w − η·d</c>. PyTorch's equations and defaults.
/// </summary>
/// <param name="learningRate">The step size η, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A hyper-parameter lies outside its range.</exception>
public sealed class Adadelta(double learningRate = 1.0) : Optimizer(learningRate)
{
    private readonly double _rho = 0.9;
    private readonly double _epsilon = 1e-6;

    /// <summary>The decay ρ of both mean squares, at least 0 and below 1; 0.9 by default.</summary>
    public double Rho
    {
        get => _rho;
        init => _rho = HyperParameter.Fraction(value, nameof(Rho));
    }

    /// <summary>The ε that starts the steps, at least 1e-37; 1e-6 by default.</summary>
    public double Epsilon
    {
        get => _epsilon;
        init => _epsilon = HyperParameter.Positive(value, nameof(Epsilon));
    }

    private protected override int RuleSlots => 2;

    internal override void Update<TPass>(ref TPass pass, in StepRates rates) => pass.Run(new AdadeltaRule(rates.LearningRate, Rho, Epsilon));
}
