#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The sum of earlier layers of equal shape: <c>y = a + b + …</c>; the joint of a residual connection.</summary>
/// <param name="from">The names of the layers to add, two or more.</param>
public sealed class AddAttribute(params string[] from) : LayerAttribute
{
    /// <summary>The names of the layers to add.</summary>
    public string[] Layers { get; } = from;
}

#if STATICNET_GENERATOR
internal sealed class Add : Join<AddAttribute>
{
    protected override bool Streams(AddAttribute layer) => true;

    protected override Value Build(AddAttribute layer, ImmutableArray<Value> inputs, Scope net)
    {
        net.RequireEqualShapes(inputs);
        return inputs.Skip(1).Aggregate(inputs[0], (sum, x) => sum + x);
    }
}
#endif
