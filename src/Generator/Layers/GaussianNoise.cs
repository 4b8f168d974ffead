#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// In training, adds noise to each value, <c>y = x + σ·z</c>, <c>z ~ N(0, 1)</c>; in inference, passes every value. Any shape.
/// </summary>
/// <param name="deviation">The noise's standard deviation <c>σ</c>, not negative.</param>
public sealed class GaussianNoiseAttribute(double deviation) : LayerAttribute
{
    /// <summary>The noise's standard deviation.</summary>
    public double Deviation { get; } = deviation;
}

#if STATICNET_GENERATOR
internal sealed class GaussianNoise : Layer<GaussianNoiseAttribute>
{
    protected override bool Streams(GaussianNoiseAttribute layer) => true;

    protected override Value Build(GaussianNoiseAttribute layer, Value x, Scope net)
    {
        net.RequireRange("deviation", layer.Deviation, d => d >= 0 && !double.IsInfinity(d), "finite and not negative");
        if (!net.Training || layer.Deviation == 0)
            return x;
        return net.Map((a, z) => a + layer.Deviation * z, x, net.Random(x.Shape, Distribution.Normal));
    }
}
#endif
