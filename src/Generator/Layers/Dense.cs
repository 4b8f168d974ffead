#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A fully connected layer: <c>y = x·Wᵀ + b</c>, <c>[n,in] → [n,units]</c>, of a sequence for each step, <c>[n,t,in] → [n,t,units]</c>. Parameters:
/// <c>weight [units,in]</c>, <c>bias [units]</c>.
/// </summary>
/// <param name="units">The width of the output; at least 1.</param>
public sealed class DenseAttribute(int units) : ParameterLayerAttribute
{
    private readonly Init? _biases;

    /// <summary>The width of the output.</summary>
    public int Units { get; } = units;

    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>How the weight starts.</summary>
    public Init Weights { get; init; } = Init.HeUniform;

    /// <summary>A factor on the weight's initial values.</summary>
    public double WeightsScale { get; init; } = 1;

    /// <summary>How the bias starts: at 0, with weights of <see cref="Init.PyTorchDefault"/> as that says, unless it is given.</summary>
    public Init Biases
    {
        get => _biases ?? (Weights == Init.PyTorchDefault ? Init.PyTorchDefault : Init.Zeros);
        init => _biases = value;
    }
}

#if STATICNET_GENERATOR
internal sealed class Dense : Layer<DenseAttribute>
{
    // From so many inputs on one unit is a sum along a row: a product would have one column of sixteen. Of fewer, the padding is 32 KB at most.
    private const int LongRow = 512;

    protected override bool Streams(DenseAttribute layer) => true;

    protected override Value Build(DenseAttribute layer, Value x, Scope net)
    {
        net.RequireRange("units", layer.Units, units => units >= 1, "at least 1");
        int width = net.RequireFeatures(x);
        Value w = net.Parameter("weight", new(layer.Units, width), layer.Weights, layer.WeightsScale, channels: Images.ChannelsOf(x));
        Value? b = layer.Bias ? net.Parameter("bias", new(layer.Units), layer.Biases, kind: ParameterKind.Bias, inputs: width) : null;
        int channels = ((Parameter)w.Op).Channels;
        if (layer.Units > 1 || width < LongRow)
            return Of(net.ChannelsLast(x, channels), w, b, net);
        return OfOne(channels == 1 ? x : net.ImageLast(x, channels), w, b, x.Shape.With(x.Shape.Rank - 1, 1), net);
    }

    /// <summary>The dense layer that PyTorch's starts as; names of parameters begin with a prefix.</summary>
    public static Value Of(Value x, int units, string prefix, Scope net)
    {
        int width = x.Shape.FromEnd(1).Size;
        Value w = net.Parameter($"{prefix}weight", new(units, width), Init.PyTorchDefault);
        return Of(x, w, net.Parameter($"{prefix}bias", new(units), Init.PyTorchDefault, kind: ParameterKind.Bias, inputs: width), net);
    }

    // y = Σ x∘w + b. An image stays one, since sums over its places have a channel in each lane.
    private static Value OfOne(Value x, Value w, Value? b, Shape result, Scope net)
    {
        int last = x.Shape.Rank - 1;
        Value sums = x.Shape.Rank == result.Rank
            ? x * w
            : net.Sum(x * net.Reshape(w, new(x.Shape.Dims.RemoveAt(0))), [.. Enumerable.Range(1, last - 1)]);
        Value y = net.Reshape(net.Sum(sums, last), result);
        return b is null ? y : y + b;
    }

    /// <summary><c>x·Wᵀ + b</c> along the last axis.</summary>
    public static Value Of(Value x, Value w, Value? b, Scope net)
    {
        Shape last = x.Shape;
        Value y = net.MatMul(net.Reshape(x, new(last.Span(0, last.Rank - 1), last.FromEnd(1))), w, transposeB: true);
        return net.Reshape(b is null ? y : y + b, last.With(last.Rank - 1, w.Shape[0]));
    }
}
#endif
