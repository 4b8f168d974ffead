#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// Each step of a sequence reads all others, <c>[n,t,f] → [n,t,f]</c>: with Q, K and V of each head
/// <c>y = softmax(Q·Kᵀ/√d)·V</c>, <c>d = f/heads</c>, the heads side by side, then <c>y·Wᵀ + b</c> (Vaswani et al., 2017). Parameters:
/// <c>in_proj_weight [3f,f]</c>, <c>in_proj_bias [3f]</c>, <c>out_proj.weight [f,f]</c>, <c>out_proj.bias [f]</c>.
/// </summary>
/// <param name="heads">Into how many parts the features are cut; a divisor of their number.</param>
public sealed class MultiHeadAttentionAttribute(int heads) : AttentionAttribute(heads)
{
    /// <summary>The share of the weights softmax(…) that training drops, in [0, 1).</summary>
    public double Dropout { get; init; }

    /// <summary>Whether the projections add biases.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>The name of the input or earlier layer <c>[n,s,f]</c> whose steps are read; by default the layer's own source.</summary>
    public string? Memory { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class MultiHeadAttention : Join<MultiHeadAttentionAttribute>
{
    public override bool TakesIntegers => true;

    protected override Value Build(MultiHeadAttentionAttribute layer, ImmutableArray<Value> inputs, Scope net)
    {
        Attention attention = Attention.Of(layer, layer.Memory is not null, inputs, net);
        return (attention with { Rate = layer.Dropout, Bias = layer.Bias }).Build(inputs[0], net);
    }
}
#endif
