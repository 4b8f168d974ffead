using StaticNet;
using static TorchSharp.torch;
using Module = TorchSharp.torch.nn.Module;

namespace Compare;

/// <summary>StaticNet's parameters and libtorch's: the same tensors in the same order, those that are trained before running statistics.</summary>
internal static class TorchWeights
{
    /// <summary>Gives a module the values of a network.</summary>
    public static void Copy(ParameterStore from, Module to)
    {
        using var gradients = no_grad();
        foreach (var (own, peer) in Pairs(from, to))
            peer.copy_(tensor(own.ToArray(), peer.shape));
    }

    /// <summary>All values of a network, tensor by tensor.</summary>
    public static float[] Of(ParameterStore store, Module module) => [.. Pairs(store, module).SelectMany(pair => pair.Own.ToArray())];

    /// <summary>All values of a module, in the same order.</summary>
    public static float[] Of(Module module, ParameterStore store) => [.. Pairs(store, module).SelectMany(pair => pair.Peer.data<float>().ToArray())];

    private static IEnumerable<(ParameterView Own, Tensor Peer)> Pairs(ParameterStore store, Module module)
    {
        int[] order = [.. Enumerable.Range(0, store.Table.Count).OrderBy(i => store.Table[i].Kind == ParameterKind.State)];
        Tensor[] peers = [.. module.parameters(), .. module.buffers().Where(buffer => buffer.dtype == ScalarType.Float32)];
        if (order.Length != peers.Length)
            throw new DisagreementException($"{order.Length} tensors stand against {peers.Length}");
        for (int i = 0; i < order.Length; i++)
        {
            ParameterView own = store[order[i]];
            if (!own.Shape.ToArray().Select(extent => (long)extent).SequenceEqual(peers[i].shape))
                throw new DisagreementException($"{own} stands against [{string.Join(',', peers[i].shape)}]");
            yield return (own, peers[i]);
        }
    }
}
