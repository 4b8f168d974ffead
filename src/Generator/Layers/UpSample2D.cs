#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A larger image, <c>[n,C,H,W] → [n,C,H·r,W·r]</c>, as PyTorch's <c>Upsample</c>: the nearest element again, <c>y[i,j] = x[⌊i/r⌋,⌊j/r⌋]</c>, or
/// (<see cref="Interpolation.Linear"/>, which is bilinear here) the mean of the four around <c>(i + ½)/r − ½</c> and <c>(j + ½)/r − ½</c>, weighted by
/// how near they are.
/// </summary>
/// <param name="factor">By how much height and width grow, r; at least 1.</param>
public sealed class UpSample2DAttribute(int factor) : LayerAttribute
{
    /// <summary>By how much height and width grow.</summary>
    public int Factor { get; } = factor;

    /// <summary>How the new elements are made.</summary>
    public Interpolation Mode { get; init; }

    /// <summary>Whether the first and the last place along an axis are the first and the last element: place i lies at <c>i·(H − 1)/(H·r − 1)</c>. Only with <see cref="Interpolation.Linear"/>.</summary>
    public bool AlignCorners { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class UpSample2D : Layer<UpSample2DAttribute>
{
    protected override Value Build(UpSample2DAttribute layer, Value x, Scope net)
    {
        net.RequireImage(x);
        net.RequireFactor(x, layer.Factor, layer.Mode, layer.AlignCorners);
        x = net.Permute(x, Images.ToLast(4));
        Value y = layer.Mode == Interpolation.Nearest
            ? net.Repeat(x, layer.Factor)
            : net.Interpolate(net.Interpolate(x, 1, layer.Factor, layer.AlignCorners), 2, layer.Factor, layer.AlignCorners);
        return net.Permute(y, Images.ToFirst(4));
    }
}
#endif
