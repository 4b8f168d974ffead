using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>What losses over classes have in common: picking, in each row, the element of its class.</summary>
internal static class ClassPick
{
    /// <summary>One number a sample or step as a column, <c>[n] → [n,1]</c> or <c>[n,t] → [n,t,1]</c>, which repeats over the classes.</summary>
    public static Value Column(this Scope net, Value target) => net.Reshape(target, new([.. target.Shape.Dims, 1]));

    /// <summary>The element of the class that each sample or step has, <c>[n,classes]</c>, <c>[n,t,classes]</c> or <c>[classes]</c> → a column.</summary>
    public static Value OfClass(this Scope net, Value x, Value target) =>
        net.Sum(net.Map((a, t) => Scalar.IfEqual(Scalar.Column, t, a, 0), x, net.Column(target)), target.Shape.Rank);
}
