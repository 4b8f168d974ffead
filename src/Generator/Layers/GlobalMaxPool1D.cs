#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The largest value of each channel over a sequence, <c>[n,t,c] → [n,c]</c>. Of equal ones the first has the gradient.</summary>
public sealed class GlobalMaxPool1DAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class GlobalMaxPool1D : Layer<GlobalMaxPool1DAttribute>
{
    protected override Value Build(GlobalMaxPool1DAttribute layer, Value x, Scope net)
    {
        int channels = net.RequireSequence(x);
        Value largest = net.MaxPool(net.Permute(x, [0, 2, 1]), [x.Shape.Fixed(1)], [new WindowAxis()]);
        return net.Reshape(largest, new(x.Shape[0], channels));
    }
}
#endif
