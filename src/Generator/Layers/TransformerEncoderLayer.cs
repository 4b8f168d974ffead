#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A block of a Transformer, <c>[n,t,f] → [n,t,f]</c> (Vaswani et al., 2017): <c>h = norm1(x + attention(x))</c>,
/// <c>y = norm2(h + linear2(σ(linear1(h))))</c>; with <see cref="NormFirst"/> <c>h = x + attention(norm1(x))</c>,
/// <c>y = h + linear2(σ(linear1(norm2(h))))</c>. Parameters as PyTorch names them: <c>self_attn.…</c> as those of
/// <see cref="MultiHeadAttentionAttribute"/>, <c>linear1.weight [hidden,f]</c>, <c>linear2.weight [f,hidden]</c>, <c>norm1.weight [f]</c>,
/// <c>norm2.weight [f]</c>, each with its <c>bias</c>.
/// </summary>
/// <param name="heads">Into how many parts the features are cut; a divisor of their number.</param>
/// <param name="hidden">The width between the two dense layers; at least 1.</param>
public sealed class TransformerEncoderLayerAttribute(int heads, int hidden = 2048) : AttentionAttribute(heads)
{
    /// <summary>The width between the two dense layers.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>The function between them.</summary>
    public TransformerActivation Activation { get; init; }

    /// <summary>The share of values that training drops, in [0, 1): of attention's weights, of what is between the dense layers, and of both branches.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>What is added to variances; positive.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Whether each branch normalises what it reads, rather than the sum with what it gives.</summary>
    public bool NormFirst { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class TransformerEncoderLayer : Join<TransformerEncoderLayerAttribute>
{
    public override bool TakesIntegers => true;

    protected override Value Build(TransformerEncoderLayerAttribute layer, ImmutableArray<Value> inputs, Scope net)
    {
        Attention attention = Attention.Of(layer, hasMemory: false, inputs, net) with { Rate = layer.Dropout, Prefix = "self_attn." };
        net.RequireRange("hidden", layer.Hidden, hidden => hidden >= 1, "at least 1");
        net.RequireRange("Epsilon", layer.Epsilon, e => e > 0 && !double.IsInfinity(e), "positive and finite");
        Value x = inputs[0];
        Value h = Branch(x, "norm1", v => attention.Build(v, net));
        return Branch(h, "norm2", v => Forward(layer, v, net));

        Value Branch(Value x, string norm, Func<Value, Value> branch)
        {
            Value y = x + Dropped(branch(layer.NormFirst ? Normal(x) : x));
            return layer.NormFirst ? y : Normal(y);

            Value Normal(Value v) => LayerNorm.Of(v, layer.Epsilon, $"{norm}.", net);
        }

        Value Dropped(Value v) => Dropout.Of(v, "Dropout", layer.Dropout, net);
    }

    // linear2(σ(linear1(x)))
    private static Value Forward(TransformerEncoderLayerAttribute layer, Value x, Scope net)
    {
        Value inner = Dense.Of(x, layer.Hidden, "linear1.", net);
        Value active = layer.Activation == TransformerActivation.GELU
            ? net.Map(a => a * Scalar.NormalCdf(a), inner)
            : net.Map(a => Scalar.Max(a, 0), inner);
        return Dense.Of(Dropout.Of(active, "Dropout", layer.Dropout, net), x.Shape[2].Size, "linear2.", net);
    }
}
#endif
