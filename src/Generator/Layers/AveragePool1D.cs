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
    protected override bool Streams(AveragePool1DAttribute layer) => true;

    protected override Value Build(AveragePool1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        WindowAxis axis = net.RequireWindow(x, layer.Kernel, layer.Stride, layer.Padding);
        return net.Streaming ? Streamed(layer, x, axis, net) : Pool(layer, x, axis, layer.CeilMode, net);
    }

    // y = Σx/kernel, where padding does not count by the share of the window that has been.
    private static Value Streamed(AveragePool1DAttribute layer, Value x, WindowAxis axis, Scope net)
    {
        net.RequirePast(layer.Kernel, axis.Stride, layer.Padding);
        var window = new WindowAxis(axis.Stride);
        Value y = Pool(layer, net.BehindPast(x, layer.Padding), window, ceiling: false, net);
        return layer.CountIncludePad || layer.Padding == 0
            ? y
            : net.Map((mean, share) => mean / share, y, Pool(layer, net.HaveBeen(x, layer.Padding), window, ceiling: false, net));
    }

    private static Value Pool(AveragePool1DAttribute layer, Value x, WindowAxis axis, bool ceiling, Scope net) => net.Permute(
        net.AveragePool(net.Permute(x, [0, 2, 1]), [layer.Kernel], [axis], ceiling, layer.CountIncludePad), [0, 2, 1]);
}
#endif
