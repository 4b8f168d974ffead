#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber, 1997; Gers et al., 2000), <c>[n,t,c] → [n,units]</c>, or <c>[n,t,units]</c> with
/// <c>ReturnSequences</c>, twice as wide in both directions: <c>i, f, o = σ(W·x + b + U·h + b′)</c>, <c>g = tanh(W·x + b + U·h + b′)</c>,
/// <c>c′ = f·c + i·g</c>, <c>h′ = o·tanh c′</c>. Weights hold i, f, g and o one behind the other, as PyTorch's.
/// </summary>
/// <param name="units">The width of the state; at least 1.</param>
public sealed class LSTMAttribute(int units) : RecurrentAttribute(units);

#if STATICNET_GENERATOR
internal sealed class LSTM : Recurrent<LSTMAttribute>
{
    protected override int Gates => 4;

    protected override int States => 2;

    protected override ImmutableArray<Value> Step(
        LSTMAttribute layer, IBuilder net, ImmutableArray<Value> states, ImmutableArray<Value> gates, StateProduct times)
    {
        Value Gate(int gate, Func<Scalar, Scalar> function) => net.Map((x, u) => function(x + u), gates[gate], times(gate, states[0]));
        Value i = Gate(0, Scalar.Sigmoid), f = Gate(1, Scalar.Sigmoid), g = Gate(2, Scalar.TanhFast), o = Gate(3, Scalar.Sigmoid);
        Value c = f * states[1] + i * g;
        return [o * net.Map(Scalar.TanhFast, c), c];
    }
}
#endif
