#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Earlier layers one behind the other along an axis; the joint of a skip connection: <c>[n,a], [n,b] → [n,a+b]</c>, of images along the channels.
/// </summary>
/// <param name="from">The names of the layers to join, two or more, alike but for that axis.</param>
public sealed class ConcatAttribute(params string[] from) : LayerAttribute
{
    /// <summary>The names of the layers to join.</summary>
    public string[] Layers { get; } = from;

    /// <summary>The axis, the batch being 0: 1 for features and channels.</summary>
    public int Axis { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class Concat : Join<ConcatAttribute>
{
    protected override bool Streams(ConcatAttribute layer) => layer.Axis == 2;

    protected override Value Build(ConcatAttribute layer, ImmutableArray<Value> inputs, Scope net)
    {
        int rank = inputs[0].Shape.Rank;
        net.RequireRange("Axis", layer.Axis, axis => axis >= 1 && axis < rank, $"from 1 to {rank - 1}");
        net.RequireEqualShapes(inputs, layer.Axis);
        return net.Concat(layer.Axis, inputs);
    }
}
#endif
