using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Multiplies the rate every few epochs: <c>η = η₀·γ^⌊t/s⌋</c>. PyTorch's <c>StepLR</c>.</summary>
public sealed class StepLR : Schedule
{
    /// <param name="stepSize">How many epochs s are between changes, at least 1.</param>
    /// <param name="gamma">The factor γ, at least 0.</param>
    public StepLR(int stepSize, double gamma = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepSize, 1);
        (StepSize, Gamma) = (stepSize, HyperParameter.AtLeastZero(gamma, nameof(gamma)));
    }

    /// <summary>How many epochs are between changes.</summary>
    public int StepSize { get; }

    /// <summary>The factor γ.</summary>
    public double Gamma { get; }

    internal override double Of(double initial, long t) => initial * Powers.Of(Gamma, t / StepSize);
}
