using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Multiplies the rate at each epoch: <c>η = η₀·γᵗ</c>. PyTorch's <c>ExponentialLR</c>.</summary>
/// <param name="gamma">The factor γ, at least 0.</param>
public sealed class ExponentialLR(double gamma) : Schedule
{
    /// <summary>The factor γ.</summary>
    public double Gamma { get; } = HyperParameter.AtLeastZero(gamma, nameof(gamma));

    internal override double Of(double initial, long t) => initial * Powers.Of(Gamma, t);
}
