#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>Cuts values off: <c>y = min(max(x, min), max)</c>. Any shape. At <c>min</c> and at <c>max</c> the derivative is 0.</summary>
/// <param name="min">The smallest output; finite.</param>
/// <param name="max">The largest output; finite, above <paramref name="min"/>.</param>
public sealed class HardTanhAttribute(double min = -1, double max = 1) : LayerAttribute
{
    /// <summary>The smallest output.</summary>
    public double Min { get; } = min;

    /// <summary>The largest output.</summary>
    public double Max { get; } = max;
}

#if STATICNET_GENERATOR
internal sealed class HardTanh : Activation<HardTanhAttribute>
{
    protected override void Check(HardTanhAttribute layer, Scope net)
    {
        net.RequireRange("min", layer.Min, min => !double.IsNaN(min) && !double.IsInfinity(min), "finite");
        net.RequireRange("max", layer.Max, max => max > (float)layer.Min && !double.IsInfinity(max), "finite and above min");
    }

    protected override Scalar Body(HardTanhAttribute layer, Scalar x) => Scalar.Min(Scalar.Max(x, layer.Min), layer.Max);
}
#endif
