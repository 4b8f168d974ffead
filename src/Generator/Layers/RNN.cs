#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A recurrent layer (Elman, 1990), <c>[n,t,c] → [n,units]</c>, or <c>[n,t,units]</c> with <c>ReturnSequences</c>, twice as wide in both directions:
/// <c>h′ = tanh(W·x + b + U·h + b′)</c>, or ReLU instead of tanh.
/// </summary>
/// <param name="units">The width of the state; at least 1.</param>
public sealed class RNNAttribute(int units) : RecurrentAttribute(units)
{
    /// <summary>What is applied at each step.</summary>
    public Nonlinearity Nonlinearity { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class RNN : Recurrent<RNNAttribute>
{
    protected override int Gates => 1;

    protected override int States => 1;

    protected override ImmutableArray<Value> Step(
        RNNAttribute layer, IBuilder net, ImmutableArray<Value> states, ImmutableArray<Value> gates, StateProduct times) =>
    [
        net.Map((x, u) => layer.Nonlinearity == Nonlinearity.ReLU ? Scalar.Max(x + u, 0) : Scalar.TanhFast(x + u), gates[0], times(0, states[0])),
    ];
}
#endif
