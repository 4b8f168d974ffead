#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>One feature axis from all axes of a sample, in row-major order: <c>[n,c,h,w] → [n,c·h·w]</c>.</summary>
public sealed class FlattenAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class Flatten : Layer<FlattenAttribute>
{
    public override bool TakesIntegers => true;

    protected override Value Build(FlattenAttribute layer, Value x, Scope net) =>
        net.Reshape(x, new(x.Shape[0], x.Shape.Span(1, x.Shape.Rank)));
}
#endif
