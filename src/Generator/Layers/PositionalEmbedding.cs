#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Tells each step of a sequence its place by a learned vector: <c>y[t] = x[t] + w[t]</c>, <c>[n,t,f] → [n,t,f]</c>. Parameter: <c>weight [t,f]</c>.
/// </summary>
public sealed class PositionalEmbeddingAttribute : ParameterLayerAttribute
{
    /// <summary>How the vectors start.</summary>
    public Init Weights { get; init; } = Init.Normal;

    /// <summary>A factor on their initial values.</summary>
    public double WeightsScale { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class PositionalEmbedding : Layer<PositionalEmbeddingAttribute>
{
    protected override Value Build(PositionalEmbeddingAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        return x + net.Parameter("weight", new(x.Shape[1], x.Shape[2]), layer.Weights, layer.WeightsScale);
    }
}
#endif
