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
    // u ~ U[0,1):   y = u < rate ? 0 : x / (1 − rate)
    protected override Value Build(DropoutAttribute layer, Value x, Scope net)
    {
        net.RequireRange("rate", layer.Rate, rate => rate >= 0 && rate < 1, "in [0, 1)");
        if (!net.Training || layer.Rate == 0)
            return x;
        return net.Map((a, u) => Scalar.IfGreater(layer.Rate, u, 0, a * (1 / (1 - layer.Rate))), x, net.Random(x.Shape));
    }
}
#endif
