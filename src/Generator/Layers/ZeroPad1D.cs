#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>Zeros before and after a sequence, <c>[n,t,c] → [n,before+t+after,c]</c>.</summary>
/// <param name="before">The zeros before it, not negative.</param>
/// <param name="after">The zeros after it, not negative.</param>
public sealed class ZeroPad1DAttribute(int before, int after) : LayerAttribute
{
    /// <summary>As many on both sides.</summary>
    /// <param name="padding">The zeros on each side, not negative.</param>
    public ZeroPad1DAttribute(int padding)
        : this(padding, padding)
    {
    }

    /// <summary>The zeros before the sequence.</summary>
    public int Before { get; } = before;

    /// <summary>The zeros after it.</summary>
    public int After { get; } = after;
}

#if STATICNET_GENERATOR
internal sealed class ZeroPad1D : Layer<ZeroPad1DAttribute>
{
    protected override Value Build(ZeroPad1DAttribute layer, Value x, Scope net)
    {
        net.RequireRange("before", layer.Before, p => p >= 0, "not negative");
        net.RequireRange("after", layer.After, p => p >= 0, "not negative");
        net.RequireSequence(x);
        return net.Pad(x, 1, layer.Before, layer.After);
    }
}
#endif
