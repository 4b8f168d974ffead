#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// ReLU with a learned slope: <c>y = x &gt; 0 ? x : w·x</c> (He et al., 2015). Any shape. Parameter: <c>weight [1]</c>, or <c>weight [c]</c> where
/// each channel has its own. At 0 the derivative is <c>w</c>.
/// </summary>
/// <remarks>Weight decay pulls the slope to 0, which turns the layer into ReLU.</remarks>
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>Whether each channel, the first extent of a sample, has its own slope; by default there is one for all.</summary>
    public bool PerChannel { get; init; }

    /// <summary>The slope at the start; finite.</summary>
    public double Slope { get; init; } = 0.25;
}

#if STATICNET_GENERATOR
internal sealed class PReLU : Layer<PReLUAttribute>
{
    protected override Value Build(PReLUAttribute layer, Value x, Scope net)
    {
        net.RequireRange("Slope", layer.Slope, slope => !double.IsNaN(slope) && !double.IsInfinity(slope), "finite");
        int slopes = layer.PerChannel ? x.Shape[1].Size : 1;
        Value w = net.Parameter("weight", new(slopes), Init.Ones, layer.Slope);
        return layer.PerChannel && x.Shape.Rank > 2 ? PerChannel(x, w, net) : net.Map(Scalar.LeakyReLU, x, w);
    }

    // [n,c,…] and [c] meet as [n,c·p] and [c·p]: each slope is repeated for the p positions of its channel.
    private static Value PerChannel(Value x, Value w, Scope net)
    {
        Dim channels = x.Shape[1], positions = x.Shape.Span(2, x.Shape.Rank), all = x.Shape.Span(1, x.Shape.Rank);
        Value repeated = net.BroadcastTo(net.Reshape(w, new(channels, 1)), new(channels, positions));
        Value y = net.Map(Scalar.LeakyReLU, net.Reshape(x, new(x.Shape[0], all)), net.Reshape(repeated, new(all)));
        return net.Reshape(y, x.Shape);
    }
}
#endif
