using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Lets the rate fall to 0 along a power: <c>η = η₀·(1 − min(t, T)/T)ᵖ</c>. PyTorch's <c>PolynomialLR</c>.</summary>
public sealed class PolynomialLR : Schedule
{
    /// <param name="epochs">The epochs T until the rate is 0, at least 1.</param>
    /// <param name="power">The power p, above 0; 1 is a straight line.</param>
    public PolynomialLR(int epochs, double power = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        (Epochs, Power) = (epochs, HyperParameter.Positive(power, nameof(power)));
    }

    /// <summary>The epochs until the rate is 0.</summary>
    public int Epochs { get; }

    /// <summary>The power p.</summary>
    public double Power { get; }

    internal override double Of(double initial, long t)
    {
        double rest = 1 - (double)Math.Min(t, Epochs) / Epochs;
        return rest == 0 ? 0 : initial * Powers.Of(rest, Power);
    }
}
