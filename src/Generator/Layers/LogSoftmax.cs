#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The logarithms of softmax, <c>[n,f] → [n,f]</c> or <c>[n,t,f] → [n,t,f]</c>: <c>yᵢ = xᵢ − m − ln Σⱼ e^(xⱼ − m)</c>, <c>m = max x</c>, without overflow and
/// without the logarithm of 0.
/// </summary>
public sealed class LogSoftmaxAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class LogSoftmax : Layer<LogSoftmaxAttribute>
{
    protected override bool Streams(LogSoftmaxAttribute layer) => true;

    protected override Value Build(LogSoftmaxAttribute layer, Value x, Scope net)
    {
        net.RequireFeatures(x);
        return Of(x, net);
    }

    // The shift by the maximum keeps e^x finite and changes nothing, so no gradient flows through it.
    public static Value Of(Value x, Scope net)
    {
        Value shifted = x - net.Stop(net.Max(x, x.Shape.Rank - 1));
        return net.Map((a, sum) => a - Scalar.Log(sum), shifted, net.Sum(net.Map(Scalar.Exp, shifted), x.Shape.Rank - 1));
    }
}
#endif
