#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// ReLU with a learned slope: <c>y = x &gt; 0 ? x : w·x</c> (He et al., 2015). Parameter: <c>weight [1]</c> for any shape, or <c>weight [f]</c> for
/// <c>[n,f]</c> where each feature has its own. At 0 the derivative is <c>w</c>.
/// </summary>
/// <remarks>Weight decay pulls the slope to 0, which turns the layer into ReLU.</remarks>
public sealed class PReLUAttribute : ParameterLayerAttribute
{
    /// <summary>Whether each feature of <c>[n,f]</c> has its own slope; by default there is one for all.</summary>
    public bool PerChannel { get; init; }

    /// <summary>The slope at the start; finite.</summary>
    public double Slope { get; init; } = 0.25;
}

#if STATICNET_GENERATOR
internal sealed class PReLU : Layer<PReLUAttribute>
{
    protected override bool Streams(PReLUAttribute layer) => true;

    protected override Value Build(PReLUAttribute layer, Value x, Scope net)
    {
        net.RequireRange("Slope", layer.Slope, slope => !double.IsNaN(slope) && !double.IsInfinity(slope), "finite");
        int slopes = layer.PerChannel ? net.RequireVector(x, "one feature axis for a slope each", "add [Flatten] between them or leave out PerChannel") : 1;
        Value w = net.Parameter("weight", new(slopes), Init.Ones, layer.Slope);
        return net.Map(Scalar.LeakyReLU, x, w);
    }
}
#endif
