#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The product of earlier layers of equal shape, element by element: <c>y = a·b·…</c>; the joint of a gate.</summary>
/// <param name="from">The names of the layers to multiply, two or more.</param>
public sealed class MultiplyAttribute(params string[] from) : LayerAttribute
{
    /// <summary>The names of the layers to multiply.</summary>
    public string[] Layers { get; } = from;
}

#if STATICNET_GENERATOR
internal sealed class Multiply : Join<MultiplyAttribute>
{
    protected override bool Streams(MultiplyAttribute layer) => true;

    protected override Value Build(MultiplyAttribute layer, ImmutableArray<Value> inputs, Scope net)
    {
        net.RequireEqualShapes(inputs);
        return inputs.Skip(1).Aggregate(inputs[0], (product, x) => product * x);
    }
}
#endif
