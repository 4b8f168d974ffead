#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A longer sequence, <c>[n,t,c] → [n,t·r,c]</c>, as PyTorch's <c>Upsample</c>: the nearest element again, <c>y[i] = x[⌊i/r⌋]</c>, or
/// (<see cref="Interpolation.Linear"/>) the mean of the two around <c>(i + ½)/r − ½</c>, weighted by how near they are.
/// </summary>
/// <param name="factor">By how much the sequence grows, r; at least 1.</param>
public sealed class UpSample1DAttribute(int factor) : LayerAttribute
{
    /// <summary>By how much the sequence grows.</summary>
    public int Factor { get; } = factor;

    /// <summary>How the new elements are made.</summary>
    public Interpolation Mode { get; init; }

    /// <summary>Whether the first and the last place are the first and the last element: place i lies at <c>i·(t − 1)/(t·r − 1)</c>. Only with <see cref="Interpolation.Linear"/>.</summary>
    public bool AlignCorners { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class UpSample1D : Layer<UpSample1DAttribute>
{
    // Each step again and again needs none but that step.
    protected override bool Streams(UpSample1DAttribute layer) => layer.Mode == Interpolation.Nearest;

    protected override Value Build(UpSample1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        net.RequireFactor(x, layer.Factor, layer.Mode, layer.AlignCorners);
        return layer.Mode == Interpolation.Nearest ? net.Repeat(x, layer.Factor) : net.Interpolate(x, 1, layer.Factor, layer.AlignCorners);
    }
}
#endif
