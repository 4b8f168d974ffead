#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Gated recurrent units (Cho et al., 2014), <c>[n,t,c] → [n,units]</c>, or <c>[n,t,units]</c> with <c>ReturnSequences</c>, twice as wide in both
/// directions: <c>r, z = σ(W·x + b + U·h + b′)</c>, <c>m = tanh(Wₘ·x + bₘ + r·(Uₘ·h + b′ₘ))</c>, <c>h′ = (1 − z)·m + z·h</c>. Weights hold r, z and m
/// one behind the other, as PyTorch's.
/// </summary>
/// <param name="units">The width of the state; at least 1.</param>
public sealed class GRUAttribute(int units) : RecurrentAttribute(units);

#if STATICNET_GENERATOR
internal sealed class GRU : Recurrent<GRUAttribute>
{
    protected override int Gates => 3;

    protected override int States => 1;

    protected override bool HasInnerBias => true;

    protected override ImmutableArray<Value> Step(
        GRUAttribute layer, IBuilder net, ImmutableArray<Value> states, ImmutableArray<Value> gates, StateProduct times)
    {
        Value h = states[0];
        Value r = net.Map((x, u) => Scalar.Sigmoid(x + u), gates[0], times(0, h)), z = net.Map((x, u) => Scalar.Sigmoid(x + u), gates[1], times(1, h));
        Value m = net.Map((x, a, u) => Scalar.TanhFast(x + a * u), gates[2], r, times(2, h));
        return [net.Map((a, b, before) => (1 - a) * b + a * before, z, m, h)];
    }
}
#endif
