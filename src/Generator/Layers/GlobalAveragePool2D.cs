#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The mean of each channel, <c>[n,C,H,W] → [n,C]</c>.</summary>
public sealed class GlobalAveragePool2DAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class GlobalAveragePool2D : Layer<GlobalAveragePool2DAttribute>
{
    protected override Value Build(GlobalAveragePool2DAttribute layer, Value x, Scope net)
    {
        int channels = net.RequireImage(x);
        return net.Reshape(net.Mean(x, 2, 3), new(x.Shape[0], channels));
    }
}
#endif
