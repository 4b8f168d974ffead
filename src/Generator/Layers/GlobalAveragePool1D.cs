#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The mean of each channel over a sequence, <c>[n,t,c] → [n,c]</c>.</summary>
public sealed class GlobalAveragePool1DAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class GlobalAveragePool1D : Layer<GlobalAveragePool1DAttribute>
{
    protected override Value Build(GlobalAveragePool1DAttribute layer, Value x, Scope net)
    {
        int channels = net.RequireSequence(x);
        return net.Reshape(net.Mean(x, 1), new(x.Shape[0], channels));
    }
}
#endif
