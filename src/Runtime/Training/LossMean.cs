using System.ComponentModel;

namespace StaticNet;

/// <summary>
/// The loss of a data set from those of its batches, in double precision: <c>L = Σ_b L_b·w_b / Σ_b w_b</c>, where <c>w_b</c> is what the mean of
/// batch b divides by: its samples, or the weights of their classes. So it is the loss of one batch with all samples, however they are cut.
/// </summary>
/// <remarks>Used by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct LossMean
{
    private double _sum;
    private double _weight;

    /// <summary>Adds the loss of a batch that is a mean.</summary>
    /// <param name="loss">The loss of the batch.</param>
    /// <param name="weight">What its mean divides by.</param>
    public void Add(float loss, double weight)
    {
        // Of a batch whose classes all weigh nothing the mean is 0/0; it weighs nothing here either.
        _sum += weight == 0 ? 0 : loss * weight;
        _weight += weight;
    }

    /// <summary>Adds the loss of a batch that is a sum.</summary>
    public void Add(float loss)
    {
        _sum += loss;
        _weight = 1;
    }

    /// <summary>The loss of all batches.</summary>
    public readonly double Value => _sum / _weight;
}
