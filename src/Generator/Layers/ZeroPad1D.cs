#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>Zeros before and after a sequence, <c>[n,t,c] → [n,t+2p,c]</c>.</summary>
/// <param name="padding">The zeros on each side, not negative.</param>
public sealed class ZeroPad1DAttribute(int padding) : LayerAttribute
{
    /// <summary>The zeros on each side.</summary>
    public int Padding { get; } = padding;
}

#if STATICNET_GENERATOR
internal sealed class ZeroPad1D : Layer<ZeroPad1DAttribute>
{
    protected override Value Build(ZeroPad1DAttribute layer, Value x, Scope net)
    {
        net.RequireRange("padding", layer.Padding, p => p >= 0, "not negative");
        net.RequireSequence(x);
        return net.Pad(x, 1, layer.Padding, layer.Padding);
    }
}
#endif
