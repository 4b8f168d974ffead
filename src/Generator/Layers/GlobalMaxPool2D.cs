#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The largest value of each channel, <c>[n,C,H,W] → [n,C]</c>. Of equal ones the first has the gradient.</summary>
public sealed class GlobalMaxPool2DAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class GlobalMaxPool2D : Layer<GlobalMaxPool2DAttribute>
{
    protected override Value Build(GlobalMaxPool2DAttribute layer, Value x, Scope net)
    {
        int channels = net.RequireImage(x);
        Value largest = net.MaxPool(x, [x.Shape.Fixed(2), x.Shape.Fixed(3)], WindowAxes.Same(2, new()));
        return net.Reshape(largest, new(x.Shape[0], channels));
    }
}
#endif
