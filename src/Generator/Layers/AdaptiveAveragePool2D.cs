#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The mean of as many windows as the output has places, <c>[n,C,H,W] → [n,C,height,width]</c>: place i along an axis has the elements from
/// ⌊i·H/height⌋ up to ⌈(i + 1)·H/height⌉, as in PyTorch.
/// </summary>
/// <param name="height">The height of the output; at least 1.</param>
/// <param name="width">The width of the output; at least 1.</param>
public sealed class AdaptiveAveragePool2DAttribute(int height, int width) : LayerAttribute
{
    /// <summary>The height of the output.</summary>
    public int Height { get; } = height;

    /// <summary>The width of the output.</summary>
    public int Width { get; } = width;
}

#if STATICNET_GENERATOR
internal sealed class AdaptiveAveragePool2D : Layer<AdaptiveAveragePool2DAttribute>
{
    protected override Value Build(AdaptiveAveragePool2DAttribute layer, Value x, Scope net)
    {
        net.RequireImage(x);
        net.RequireRange("height", layer.Height, h => h >= 1, "at least 1");
        net.RequireRange("width", layer.Width, w => w >= 1, "at least 1");
        int height = x.Shape.Fixed(2), width = x.Shape.Fixed(3);
        if (height % layer.Height == 0 && width % layer.Width == 0)
        {
            int[] window = [height / layer.Height, width / layer.Width];
            return net.AveragePool(x, window, window.Select(size => new WindowAxis(size)));
        }

        // The mean of a window is the mean over its lines of their means.
        return Along(net, Along(net, x, 2, layer.Height), 3, layer.Width);
    }

    /// <summary>The means along one axis.</summary>
    public static Value Along(Scope net, Value x, int axis, int places)
    {
        int extent = x.Shape.Fixed(axis);
        return net.Concat(axis, [.. Enumerable.Range(0, places).Select(i =>
        {
            int start = (int)((long)i * extent / places), end = (int)(((long)(i + 1) * extent + places - 1) / places);
            return net.Mean(net.Slice(x, axis, start, end - start), axis);
        })]);
    }
}
#endif
