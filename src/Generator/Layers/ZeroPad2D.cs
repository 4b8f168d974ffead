#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>Zeros around an image, <c>[n,C,H,W] → [n,C,H+2p,W+2p]</c>.</summary>
/// <param name="padding">The rows and columns of zeros on each side, not negative.</param>
public sealed class ZeroPad2DAttribute(int padding) : LayerAttribute
{
    /// <summary>The rows and columns of zeros on each side.</summary>
    public int Padding { get; } = padding;
}

#if STATICNET_GENERATOR
internal sealed class ZeroPad2D : Layer<ZeroPad2DAttribute>
{
    protected override Value Build(ZeroPad2DAttribute layer, Value x, Scope net)
    {
        net.RequireRange("padding", layer.Padding, p => p >= 0, "not negative");
        net.RequireImage(x);
        return net.Pad(net.Pad(x, 2, layer.Padding, layer.Padding), 3, layer.Padding, layer.Padding);
    }
}
#endif
