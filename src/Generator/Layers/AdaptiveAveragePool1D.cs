#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The mean of as many windows along a sequence as the output has steps, <c>[n,t,c] → [n,steps,c]</c>: step i has those from ⌊i·t/steps⌋ up to
/// ⌈(i + 1)·t/steps⌉, as in PyTorch.
/// </summary>
/// <param name="steps">The steps of the output; at least 1.</param>
public sealed class AdaptiveAveragePool1DAttribute(int steps) : LayerAttribute
{
    /// <summary>The steps of the output.</summary>
    public int Steps { get; } = steps;
}

#if STATICNET_GENERATOR
internal sealed class AdaptiveAveragePool1D : Layer<AdaptiveAveragePool1DAttribute>
{
    protected override Value Build(AdaptiveAveragePool1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        net.RequireRange("steps", layer.Steps, steps => steps >= 1, "at least 1");
        int length = x.Shape.Fixed(1), window = length / layer.Steps;
        return length % layer.Steps == 0
            ? net.Permute(net.AveragePool(net.Permute(x, [0, 2, 1]), [window], [new(window)]), [0, 2, 1])
            : AdaptiveAveragePool2D.Along(net, x, 1, layer.Steps);
    }
}
#endif
