#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Normalises groups of channels of each image, <c>[n,C,H,W] → [n,C,H,W]</c>, or sequence, <c>[n,t,C] → [n,t,C]</c>: <c>y = (x − μ)/√(σ² + ε)·γ + β</c>
/// with the mean and the biased variance of the sample's group (Wu and He, 2018), in training and inference alike. Parameters: <c>weight [C]</c>,
/// <c>bias [C]</c>.
/// </summary>
/// <param name="groups">The number of groups, a divisor of the channels that leaves two values or more in each.</param>
public sealed class GroupNormAttribute(int groups) : ParameterLayerAttribute
{
    /// <summary>The number of groups.</summary>
    public int Groups { get; } = groups;

    /// <summary>What is added to the variance; positive.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Whether <c>γ</c> and <c>β</c> are learned, one of each a channel.</summary>
    public bool Affine { get; init; } = true;
}

#if STATICNET_GENERATOR
internal sealed class GroupNorm : Layer<GroupNormAttribute>
{
    protected override Value Build(GroupNormAttribute layer, Value x, Scope net)
    {
        int channels = net.RequireChannels(x);
        net.RequireRange("groups", layer.Groups, g => g >= 1 && channels % g == 0, $"a divisor of the {channels} channels of '{net.Sources[0]}'");
        net.RequireRange("Epsilon", layer.Epsilon, e => e > 0 && !double.IsInfinity(e), "positive and finite");
        net.RequireRange("the number of values of a group", x.Shape.Count.Size / layer.Groups, count => count > 1, "at least 2");
        return ChannelsFirst(x, net, x =>
        {
            Value groups = net.Reshape(x, new(x.Shape[0], layer.Groups, x.Shape.Span(1, x.Shape.Rank).Size / layer.Groups));
            Value normal = net.Reshape(Normalised(groups, layer.Epsilon, net, 2), x.Shape);
            return layer.Affine ? Affine(normal, channels, net) : normal;
        });
    }

    /// <summary>What is made of <c>[n,C,…]</c>, for an image or a sequence <c>[n,t,C]</c>.</summary>
    public static Value ChannelsFirst(Value x, Scope net, Func<Value, Value> made) =>
        x.Shape.Rank == 3 ? net.Permute(made(net.Permute(x, [0, 2, 1])), [0, 2, 1]) : made(x);

    /// <summary><c>(x − μ)/√(σ² + ε)</c>, <c>μ = Σx/m</c>, <c>σ² = Σ(x−μ)²/m</c> over the axes.</summary>
    public static Value Normalised(Value x, double epsilon, Scope net, params int[] axes)
    {
        Value centred = x - net.Mean(x, axes);
        Value variance = net.Mean(net.Map(c => c * c, centred), axes);
        return centred * net.Map(v => 1 / Scalar.Sqrt(v + epsilon), variance);
    }

    /// <summary><c>x·γ + β</c> over <c>[n,C,…]</c>, one of each a channel.</summary>
    public static Value Affine(Value x, int channels, Scope net)
    {
        Value weight = net.Parameter("weight", new(channels), Init.Ones, kind: ParameterKind.Norm);
        Value bias = net.Parameter("bias", new(channels), Init.Zeros, kind: ParameterKind.Norm);
        Shape along = new([channels, .. Enumerable.Repeat((Dim)1, x.Shape.Rank - 2)]);
        return x * net.Reshape(weight, along) + net.Reshape(bias, along);
    }
}
#endif
