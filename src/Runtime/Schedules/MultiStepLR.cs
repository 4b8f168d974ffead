using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Multiplies the rate at some epochs: <c>η = η₀·γⁿ</c>, n the milestones up to t. PyTorch's <c>MultiStepLR</c>.</summary>
public sealed class MultiStepLR : Schedule
{
    private readonly long[] _milestones;

    /// <param name="milestones">The first epochs with a lower rate, in any order, each at least 0; one that comes twice counts twice.</param>
    /// <param name="gamma">The factor γ, at least 0.</param>
    public MultiStepLR(IEnumerable<int> milestones, double gamma = 0.1)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        _milestones = [.. milestones];
        foreach (long milestone in _milestones)
            ArgumentOutOfRangeException.ThrowIfNegative(milestone, nameof(milestones));
        Gamma = HyperParameter.AtLeastZero(gamma, nameof(gamma));
    }

    /// <summary>The first epochs with a lower rate.</summary>
    public IReadOnlyList<long> Milestones => _milestones;

    /// <summary>The factor γ.</summary>
    public double Gamma { get; }

    internal override double Of(double initial, long t)
    {
        long passed = 0;
        foreach (long milestone in _milestones)
            passed += milestone <= t ? 1 : 0;
        return initial * Powers.Of(Gamma, passed);
    }
}
