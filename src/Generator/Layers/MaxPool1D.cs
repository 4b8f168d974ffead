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
    protected override Value Build(MaxPool1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        WindowAxis axis = net.RequireWindow(layer.Kernel, layer.Stride, layer.Padding);
        return net.Permute(net.MaxPool(net.Permute(x, [0, 2, 1]), [layer.Kernel], [axis], layer.CeilMode), [0, 2, 1]);
    }
}
#endif
