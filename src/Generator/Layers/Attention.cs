#if STATICNET_GENERATOR
using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;

namespace StaticNet;

/// <summary>The attention of several heads, as a layer or as part of one.</summary>
/// <param name="Layer">Heads, and which keys are read.</param>
/// <param name="Memory">The sequence whose steps are read; null for the one that reads.</param>
/// <param name="Mask">What tells padding among them; null for none.</param>
internal sealed record Attention(AttentionAttribute Layer, Value? Memory, Value? Mask)
{
    // Numbers of a mask are compared as floats, which hold all integers up to this one.
    private const int LargestIndex = 1 << 24;

    // The exponential of what lies so far below any score is 0; and where no key is left, all are alike.
    private const double Hidden = -1e30;

    /// <summary>The share of weights dropped.</summary>
    public double Rate { get; init; }

    /// <summary>Whether projections add biases.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>What names of parameters begin with.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The attention of a layer that reads <paramref name="inputs"/>; reports those that do not fit.</summary>
    public static Attention Of(AttentionAttribute layer, bool hasMemory, ImmutableArray<Value> inputs, Scope net)
    {
        Value x = inputs[0], memory = hasMemory ? inputs[1] : x;
        net.RequireFloats(x);
        int width = net.RequireSequence(x);
        net.RequireRange("heads", layer.Heads, heads => heads >= 1 && width % heads == 0, $"a divisor of the {width} features of '{net.Sources[0]}'");
        net.RequireRange("PaddingIndex", layer.PaddingIndex, index => index >= -LargestIndex && index <= LargestIndex, $"from {-LargestIndex} to {LargestIndex}");
        if (hasMemory)
        {
            net.RequireFloats(memory, 1);
            if (memory.Shape.Rank != 3 || memory.Shape[2].Size != width)
                throw net.Misread(1, memory, $"a memory [n,s,{Number.Text(width)}]", "read a layer that gives one");
        }

        Value? mask = layer.Mask is null ? null : inputs[inputs.Length - 1];
        int keys = memory.Shape[1].Size;
        if (mask is not null && (mask.Shape.Rank != 2 || mask.Shape[1].Size != keys))
            throw net.Misread(inputs.Length - 1, mask, $"a mask [n,{Number.Text(keys)}], one number a key", "name an input or layer that gives one");
        return new(layer, hasMemory ? memory : null, mask);
    }

    /// <summary>What <paramref name="x"/>, <c>[n,t,f]</c>, reads.</summary>
    public Value Build(Value x, Scope net)
    {
        int width = x.Shape[2].Size, depth = width / Layer.Heads;
        Value weight = net.Parameter($"{Prefix}in_proj_weight", new(3 * width, width), Init.GlorotUniform);
        Value? bias = Bias ? net.Parameter($"{Prefix}in_proj_bias", new(3 * width), Init.Zeros, kind: ParameterKind.Bias, inputs: width) : null;
        ImmutableArray<Value> parts = Memory is null
            ? net.Split(Dense.Of(x, weight, bias, net), 2, width, width, width)
            : OfMemory(x, Memory, weight, bias, net);

        // softmax(Q·Kᵀ/√d)·V: [n,h,t,d]·[n,h,d,s] → [n,h,t,s], and that by [n,h,s,d] → [n,h,t,d]
        Value scores = net.Map(s => s * (1 / Math.Sqrt(depth)), net.MatMul(Heads(parts[0], 0, 2, 1, 3), Heads(parts[1], 0, 2, 3, 1)));
        Value weights = Dropout.Of(Softmax.Of(Visible(scores, net), net), "Dropout", Rate, net);
        Value joined = net.Reshape(net.Permute(net.MatMul(weights, Heads(parts[2], 0, 2, 1, 3)), 0, 2, 1, 3), x.Shape);

        Value outer = net.Parameter($"{Prefix}out_proj.weight", new(width, width), Init.PyTorchDefault);
        Value? outerBias = Bias ? net.Parameter($"{Prefix}out_proj.bias", new(width), Init.Zeros, kind: ParameterKind.Bias, inputs: width) : null;
        return Dense.Of(joined, outer, outerBias, net);

        Value Heads(Value features, params int[] order) =>
            net.Permute(net.Reshape(features, new(features.Shape[0], features.Shape[1], Layer.Heads, depth)), order);
    }

    // Queries of one sequence, keys and values of another: the first third of the rows, and the rest.
    private static ImmutableArray<Value> OfMemory(Value x, Value memory, Value weight, Value? bias, Scope net)
    {
        int width = x.Shape[2].Size;
        ImmutableArray<Value> weights = net.Split(weight, 0, width, 2 * width);
        Value?[] biases = bias is null ? [null, null] : [.. net.Split(bias, 0, width, 2 * width)];
        return [Dense.Of(x, weights[0], biases[0], net), .. net.Split(Dense.Of(memory, weights[1], biases[1], net), 2, width, width)];
    }

    // The scores of keys that may be read.
    private Value Visible(Value scores, Scope net)
    {
        if (Layer.Causal)
        {
            int length = scores.Shape[2].Size;
            Value step = net.Constant(Enumerable.Range(0, length).Select(t => (double)t), new(length, 1));
            scores = net.Map((s, t) => Scalar.IfGreater(Scalar.Column, t, Hidden, s), scores, step);
        }

        return Mask is null ? scores : net.Map(
            (s, m) => Scalar.IfEqual(m, Layer.PaddingIndex, Hidden, s), scores, net.Reshape(Mask, new(Mask.Shape[0], 1, 1, Mask.Shape[1])));
    }
}
#endif
