namespace StaticNet;

/// <summary>
/// Lets the rate rise, or fall, along a straight line: <c>η = η₀·(a + (b − a)·min(t, T)/T)</c>. PyTorch's <c>LinearLR</c>; before another schedule in a
/// <see cref="SequentialLR"/>.
/// </summary>
public sealed class LinearWarmup : Schedule
{
    /// <param name="epochs">The epochs T of the line, at least 1.</param>
    /// <param name="startFactor">The factor a at the start, at least 0.</param>
    /// <param name="endFactor">The factor b from the end of the line on, at least 0.</param>
    public LinearWarmup(int epochs, double startFactor = 1.0 / 3, double endFactor = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        Epochs = epochs;
        StartFactor = HyperParameter.AtLeastZero(startFactor, nameof(startFactor));
        EndFactor = HyperParameter.AtLeastZero(endFactor, nameof(endFactor));
    }

    /// <summary>The epochs of the line.</summary>
    public int Epochs { get; }

    /// <summary>The factor at the start.</summary>
    public double StartFactor { get; }

    /// <summary>The factor from the end of the line on.</summary>
    public double EndFactor { get; }

    internal override double Of(double initial, long t) => initial * (StartFactor + (EndFactor - StartFactor) * Math.Min(t, Epochs) / Epochs);
}
