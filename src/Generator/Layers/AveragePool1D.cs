#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The mean of each window along sequences, <c>[n,t,c] → [n,ot,c]</c>.</summary>
/// <param name="kernel">The elements of the window; at least 1.</param>
public sealed class AveragePool1DAttribute(int kernel) : LayerAttribute
{
    /// <summary>The elements of the window.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>From one place of the window to the next; 0 for the window's size.</summary>
    public int Stride { get; init; }

    /// <summary>Zeros on each side; at most half of the window.</summary>
    public int Padding { get; init; }

    /// <summary>Whether a last window that begins inside may reach beyond the padding.</summary>
    public bool CeilMode { get; init; }

    /// <summary>Whether the mean counts the padding.</summary>
    public bool CountIncludePad { get; init; } = true;
}

#if STATICNET_GENERATOR
internal sealed class AveragePool1D : Layer<AveragePool1DAttribute>
{
    protected override Value Build(AveragePool1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        WindowAxis axis = net.RequireWindow(layer.Kernel, layer.Stride, layer.Padding);
        return net.Permute(
            net.AveragePool(net.Permute(x, [0, 2, 1]), [layer.Kernel], [axis], layer.CeilMode, layer.CountIncludePad), [0, 2, 1]);
    }
}
#endif
