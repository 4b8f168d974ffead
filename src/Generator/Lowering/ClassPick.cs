using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>What losses over classes have in common: picking, in each row, the element of the sample's class.</summary>
internal static class ClassPick
{
    /// <summary>One number a sample as a column, <c>[n] → [n,1]</c>, which repeats over the classes.</summary>
    public static Value Column(this Scope net, Value target) => net.Reshape(target, new(Dim.N, 1));

    /// <summary>The element of the class that each sample has, <c>[n,classes]</c> or <c>[classes]</c> → <c>[n,1]</c>.</summary>
    public static Value OfClass(this Scope net, Value x, Value target) =>
        net.Sum(net.Map((a, t) => Scalar.IfEqual(Scalar.Column, t, a, 0), x, net.Column(target)), 1);
}
