#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The mean of each window, <c>[n,C,H,W] → [n,C,OH,OW]</c>.</summary>
/// <param name="kernel">The height and width of the window; at least 1.</param>
public sealed class AveragePool2DAttribute(int kernel) : LayerAttribute
{
    /// <summary>The height and width of the window.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>From one place of the window to the next; 0 for the window's size.</summary>
    public int Stride { get; init; }

    /// <summary>Zeros on each side; at most half of the window.</summary>
    public int Padding { get; init; }

    /// <summary>Whether a last window that begins inside may reach beyond the padding.</summary>
    public bool CeilMode { get; init; }

    /// <summary>Whether the mean counts the padding.</summary>
    public bool CountIncludePad { get; init; } = true;
}

#if STATICNET_GENERATOR
internal sealed class AveragePool2D : Layer<AveragePool2DAttribute>
{
    protected override Value Build(AveragePool2DAttribute layer, Value x, Scope net)
    {
        net.RequireImage(x);
        WindowAxis axis = net.RequireWindow(x, layer.Kernel, layer.Stride, layer.Padding);
        return net.AveragePool(x, [layer.Kernel, layer.Kernel], WindowAxes.Same(2, axis), layer.CeilMode, layer.CountIncludePad);
    }
}
#endif
