using System.Reflection;
using System.Runtime.InteropServices;

namespace StaticNet.Network.Tests.Contract;

/// <summary>The bytes of everything that a refused call leaves as it was: parameters, state, gradients, optimizer, count of steps.</summary>
internal sealed class Frozen
{
    private readonly List<(string Name, byte[] Bytes)> _parts = [];

    private Frozen()
    {
    }

    public static Frozen Of(INetwork network, NetworkTrainer? trainer = null)
    {
        var frozen = new Frozen();
        ParameterStore store = network.Parameters;
        frozen.Add("parameters and state", store.Values.AsSpan(store.Base, store.Table.Length));
        if (trainer is null)
            return frozen;
        Workspace workspace = Arenas.Of(trainer);
        frozen.Add("gradients", workspace.Values.AsSpan(workspace.Base, store.Table.TrainableLength));
        foreach (Slot slot in trainer.Optimizer.State)
            frozen.Add("the optimizer's slots", slot.Values.AsSpan(slot.Base, store.Table.TrainableLength));
        frozen.Add("the optimizer's steps", [trainer.Optimizer.Steps]);
        frozen.Add("the trainer's steps", [trainer.Steps]);
        frozen.Add("the passes whose gradients are gathered", [Passes(trainer)]);
        return frozen;
    }

    /// <summary>Fails where a byte is another one.</summary>
    public void IsStill(Frozen now)
    {
        Assert.Equal(_parts.Select(p => p.Name), now._parts.Select(p => p.Name));
        foreach (var (before, after) in _parts.Zip(now._parts))
            Assert.True(before.Bytes.AsSpan().SequenceEqual(after.Bytes), $"{before.Name} changed");
    }

    private static int Passes(NetworkTrainer trainer) =>
        (int)typeof(NetworkTrainer).GetField("_passes", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(trainer)!;

    private void Add<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged => _parts.Add((name, MemoryMarshal.AsBytes(values).ToArray()));

    private void Add<T>(string name, T[] values)
        where T : unmanaged => Add(name, values.AsSpan());

    private void Add<T>(string name, Span<T> values)
        where T : unmanaged => Add(name, (ReadOnlySpan<T>)values);
}
