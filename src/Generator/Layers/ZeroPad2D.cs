#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>Zeros around an image, <c>[n,C,H,W] → [n,C,above+H+below,left+W+right]</c>.</summary>
/// <param name="above">The rows of zeros above it, not negative.</param>
/// <param name="below">The rows below it.</param>
/// <param name="left">The columns of zeros left of it.</param>
/// <param name="right">The columns right of it.</param>
public sealed class ZeroPad2DAttribute(int above, int below, int left, int right) : LayerAttribute
{
    /// <summary>As many on each side.</summary>
    /// <param name="padding">The rows and columns of zeros on each side, not negative.</param>
    public ZeroPad2DAttribute(int padding)
        : this(padding, padding, padding, padding)
    {
    }

    /// <summary>The rows of zeros above the image.</summary>
    public int Above { get; } = above;

    /// <summary>The rows below it.</summary>
    public int Below { get; } = below;

    /// <summary>The columns of zeros left of it.</summary>
    public int Left { get; } = left;

    /// <summary>The columns right of it.</summary>
    public int Right { get; } = right;
}

#if STATICNET_GENERATOR
internal sealed class ZeroPad2D : Layer<ZeroPad2DAttribute>
{
    protected override Value Build(ZeroPad2DAttribute layer, Value x, Scope net)
    {
        net.RequireRange("above", layer.Above, p => p >= 0, "not negative");
        net.RequireRange("below", layer.Below, p => p >= 0, "not negative");
        net.RequireRange("left", layer.Left, p => p >= 0, "not negative");
        net.RequireRange("right", layer.Right, p => p >= 0, "not negative");
        net.RequireImage(x);
        return net.Pad(net.Pad(x, 2, layer.Above, layer.Below), 3, layer.Left, layer.Right);
    }
}
#endif
