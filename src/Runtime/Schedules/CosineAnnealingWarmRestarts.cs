namespace StaticNet;

/// <summary>
/// Half a cosine from the initial rate down to the lowest, again and again: <c>η = η₁ + (η₀ − η₁)·(1 + cos(π·tᵢ/Tᵢ))/2</c>, tᵢ the epochs since the
/// last restart, <c>Tᵢ₊₁ = m·Tᵢ</c> (Loshchilov and Hutter, 2017). PyTorch's <c>CosineAnnealingWarmRestarts</c>.
/// </summary>
public sealed class CosineAnnealingWarmRestarts : Schedule
{
    /// <param name="epochs">The epochs T₀ before the first restart, at least 1.</param>
    /// <param name="factor">By how much m the next cycle is longer, at least 1.</param>
    /// <param name="minimum">The lowest rate η₁, at least 0.</param>
    public CosineAnnealingWarmRestarts(int epochs, int factor = 1, double minimum = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        (Epochs, Factor, Minimum) = (epochs, factor, HyperParameter.AtLeastZero(minimum, nameof(minimum)));
    }

    /// <summary>The epochs before the first restart.</summary>
    public int Epochs { get; }

    /// <summary>By how much the next cycle is longer.</summary>
    public int Factor { get; }

    /// <summary>The lowest rate.</summary>
    public double Minimum { get; }

    internal override double Of(double initial, long t)
    {
        long cycle = Epochs;
        if (Factor == 1)
            t %= cycle;
        for (; t >= cycle; cycle *= Factor)
            t -= cycle;
        return HalfCosine.Between(initial, Minimum, (double)t / cycle);
    }
}
