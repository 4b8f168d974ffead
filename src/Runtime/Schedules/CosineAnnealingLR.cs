namespace StaticNet;

/// <summary>
/// Half a cosine from the initial rate down to the lowest, and up again: <c>η = η₁ + (η₀ − η₁)·(1 + cos(π·t/T))/2</c> (Loshchilov and Hutter, 2017).
/// PyTorch's <c>CosineAnnealingLR</c>.
/// </summary>
public sealed class CosineAnnealingLR : Schedule
{
    /// <param name="epochs">The epochs T of the way down, at least 1.</param>
    /// <param name="minimum">The lowest rate η₁, at least 0.</param>
    public CosineAnnealingLR(int epochs, double minimum = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        (Epochs, Minimum) = (epochs, HyperParameter.AtLeastZero(minimum, nameof(minimum)));
    }

    /// <summary>The epochs of the way down.</summary>
    public int Epochs { get; }

    /// <summary>The lowest rate.</summary>
    public double Minimum { get; }

    internal override double Of(double initial, long t) => HalfCosine.Between(initial, Minimum, (double)(t % (2L * Epochs)) / Epochs);
}
