#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Tells each step of a sequence its place by waves of many lengths, <c>[n,t,f] → [n,t,f]</c> (Vaswani et al., 2017): <c>y = x + p</c>,
/// <c>p[t,2i] = sin(t/10000^(2i/f))</c>, <c>p[t,2i+1] = cos(t/10000^(2i/f))</c>.
/// </summary>
public sealed class PositionalEncodingAttribute : LayerAttribute
{
    /// <summary>What the longest wave is longer than the shortest, 2π steps; at least 1.</summary>
    public double Base { get; init; } = 10000;
}

#if STATICNET_GENERATOR
internal sealed class PositionalEncoding : Layer<PositionalEncodingAttribute>
{
    protected override Value Build(PositionalEncodingAttribute layer, Value x, Scope net)
    {
        net.RequireRange("Base", layer.Base, b => b >= 1 && !double.IsInfinity(b), "at least 1, and finite");
        int width = net.RequireSequence(x), length = x.Shape[1].Size;
        IEnumerable<double> waves =
            from t in Enumerable.Range(0, length)
            from f in Enumerable.Range(0, width)
            let angle = t / Math.Pow(layer.Base, f / 2 * 2 / (double)width)
            select f % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
        return x + net.Constant(waves, new(length, width));
    }
}
#endif
