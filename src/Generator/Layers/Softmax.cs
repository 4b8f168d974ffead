#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>Turns features into probabilities, <c>[n,f] → [n,f]</c> or <c>[n,t,f] → [n,t,f]</c>: <c>yᵢ = e^(xᵢ − m) / Σⱼ e^(xⱼ − m)</c>, <c>m = max x</c>.</summary>
public sealed class SoftmaxAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class Softmax : Layer<SoftmaxAttribute>
{
    protected override bool Streams(SoftmaxAttribute layer) => true;

    protected override Value Build(SoftmaxAttribute layer, Value x, Scope net)
    {
        net.RequireFeatures(x);
        return Of(x, net);
    }

    // The shift by the maximum keeps e^x finite and changes nothing, so no gradient flows through it.
    public static Value Of(Value x, Scope net)
    {
        Value e = net.Map((a, m) => Scalar.Exp(a - m), x, net.Stop(net.Max(x, x.Shape.Rank - 1)));
        return e / net.Sum(e, x.Shape.Rank - 1);
    }

    /// <summary><c>log Σ e^x = m + log Σ e^(x − m)</c>, <c>m = max x</c>, of each row: <c>[n,1]</c>.</summary>
    public static Value LogSum(Value x, Scope net)
    {
        Value m = net.Stop(net.Max(x, x.Shape.Rank - 1));
        Value sum = net.Sum(net.Map((a, shift) => Scalar.Exp(a - shift), x, m), x.Shape.Rank - 1);
        return net.Map((s, shift) => Scalar.Log(s) + shift, sum, m);
    }
}
#endif
