#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The largest value of each window along sequences, <c>[n,t,c] → [n,ot,c]</c>. Of equal ones the first has the gradient.</summary>
/// <param name="kernel">The elements of the window; at least 1.</param>
public sealed class MaxPool1DAttribute(int kernel) : LayerAttribute
{
    /// <summary>The elements of the window.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>From one place of the window to the next; 0 for the window's size.</summary>
    public int Stride { get; init; }

    /// <summary>Elements below every number on each side; at most half of the window.</summary>
    public int Padding { get; init; }

    /// <summary>Whether a last window that begins inside may reach beyond the padding.</summary>
    public bool CeilMode { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class MaxPool1D : Layer<MaxPool1DAttribute>
{
    protected override bool Streams(MaxPool1DAttribute layer) => true;

    protected override Value Build(MaxPool1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        WindowAxis axis = net.RequireWindow(x, layer.Kernel, layer.Stride, layer.Padding);
        return net.Streaming ? Streamed(layer, x, axis, net) : Pool(layer, x, axis, layer.CeilMode, net);
    }

    // A window that begins before the first step reads that step: it stands in for all those that have not been.
    private static Value Streamed(MaxPool1DAttribute layer, Value x, WindowAxis axis, Scope net)
    {
        net.RequirePast(layer.Kernel, axis.Stride, layer.Padding);
        Value all = net.BehindPast(x, layer.Padding);
        if (layer.Padding > 0)
            all = net.Map((seen, a, first) => Scalar.IfGreater(seen, 0, a, first), net.HaveBeen(x, layer.Padding), all, net.Slice(x, 1, 0, 1));
        return Pool(layer, all, new(axis.Stride), ceiling: false, net);
    }

    private static Value Pool(MaxPool1DAttribute layer, Value x, WindowAxis axis, bool ceiling, Scope net) =>
        net.Permute(net.MaxPool(net.Permute(x, [0, 2, 1]), [layer.Kernel], [axis], ceiling), [0, 2, 1]);
}
#endif
