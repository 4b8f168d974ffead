#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Dropout that keeps mean 0 and variance 1, for networks of [SELU] (Klambauer et al., 2017): in training, each value becomes SELU's limit
/// <c>α′ = −λ·α</c> with probability <c>rate</c>, and all go through <c>a·x + b</c>, <c>a = 1/√((1 − rate)·(1 + rate·α′²))</c>,
/// <c>b = −a·rate·α′</c>; in inference, passes every value. Any shape.
/// </summary>
/// <param name="rate">The share of values dropped, in [0, 1).</param>
public sealed class AlphaDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The share of values dropped.</summary>
    public double Rate { get; } = rate;
}

#if STATICNET_GENERATOR
internal sealed class AlphaDropout : Layer<AlphaDropoutAttribute>
{
    protected override bool Streams(AlphaDropoutAttribute layer) => true;

    // −λ·α of SELU.
    private const double Limit = -SELU.Scale * SELU.Alpha;

    protected override Value Build(AlphaDropoutAttribute layer, Value x, Scope net)
    {
        double rate = layer.Rate;
        net.RequireRange("rate", rate, r => r >= 0 && r < 1, "in [0, 1)");
        if (!net.Training || rate == 0)
            return x;
        double a = 1 / Math.Sqrt((1 - rate) * (1 + rate * Limit * Limit)), b = -a * rate * Limit;
        return net.Map((value, u) => Scalar.IfGreater(rate, u, a * Limit + b, a * value + b), x, net.Random(x.Shape));
    }
}
#endif
