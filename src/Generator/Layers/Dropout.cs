#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// In training, sets each value to 0 with probability <c>rate</c> and divides the others by <c>1 − rate</c>, so that the expectation stays
/// (Srivastava et al., 2014); in inference, passes every value. Any shape.
/// </summary>
/// <param name="rate">The share of values dropped, in [0, 1).</param>
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The share of values dropped.</summary>
    public double Rate { get; } = rate;
}

#if STATICNET_GENERATOR
internal sealed class Dropout : Layer<DropoutAttribute>
{
    protected override bool Streams(DropoutAttribute layer) => true;

    protected override Value Build(DropoutAttribute layer, Value x, Scope net) => Of(x, "rate", layer.Rate, net);

    // u ~ U[0,1):   y = u < rate ? 0 : x / (1 − rate)
    public static Value Of(Value x, string parameter, double rate, Scope net)
    {
        net.RequireRange(parameter, rate, share => share >= 0 && share < 1, "in [0, 1)");
        if (!net.Training || rate == 0)
            return x;
        return net.Map((a, u) => Scalar.IfGreater(rate, u, 0, a * (1 / (1 - rate))), x, net.Random(x.Shape));
    }
}
#endif
