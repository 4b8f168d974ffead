#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Channels become places, <c>[n,C·r²,H,W] → [n,C,H·r,W·r]</c>: <c>y[c, i·r+a, j·r+b] = x[c·r²+a·r+b, i, j]</c> (Shi et al., 2016).
/// </summary>
/// <param name="factor">By how much height and width grow, at least 1; its square divides the channels.</param>
public sealed class PixelShuffleAttribute(int factor) : LayerAttribute
{
    /// <summary>By how much height and width grow.</summary>
    public int Factor { get; } = factor;
}

#if STATICNET_GENERATOR
internal sealed class PixelShuffle : Layer<PixelShuffleAttribute>
{
    protected override Value Build(PixelShuffleAttribute layer, Value x, Scope net)
    {
        int channels = net.RequireImage(x), r = layer.Factor;
        net.RequireRange("factor", r, f => f >= 1 && channels % (f * f) == 0, $"at least 1, and its square a divisor of the {channels} channels of '{net.Sources[0]}'");
        Dim n = x.Shape[0], height = x.Shape[2], width = x.Shape[3];
        int left = channels / (r * r);
        Value parts = net.Permute(net.Reshape(x, new(n, left, r, r, height, width)), 0, 1, 4, 2, 5, 3);
        return net.Reshape(parts, new(n, left, height.Size * r, width.Size * r));
    }
}
#endif
