using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>What is differentiated or not, as the trainer is told: layers declared with <see cref="Trainable.Switchable"/>, and the input.</summary>
public abstract partial class NetworkTrainer
{
    private readonly string[] _switchable;

    // The input stands behind the switchable layers.
    private readonly bool[] _frozen;

    /// <summary>
    /// Whether backward passes compute the gradient by the input, of a network with <c>InputGradient = true</c>; true at first. What only passes batches on,
    /// such as a discriminator's own two of three, saves that work without it: <c>CopyInputGradient</c> then has nothing to copy.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread uses the trainer.</exception>
    public bool ComputesInputGradient
    {
        get => !_frozen[^1];
        set
        {
            Enter();
            _wentBack &= value == ComputesInputGradient;
            _frozen[^1] = !value;
            Exit();
        }
    }

    /// <summary>Whether each switchable layer is frozen, in storage order, and behind them the input.</summary>
    protected ReadOnlySpan<bool> Frozen => _frozen;

    /// <summary>
    /// Keeps a layer as it is: from now on its gradients are not computed and neither gradient, decay nor momentum moves it. What the optimizer
    /// remembers of it stays for <see cref="Thaw"/>.
    /// </summary>
    /// <param name="layer">The name of a layer with <see cref="Trainable.Switchable"/>: <c>dense1</c>.</param>
    /// <exception cref="ArgumentException">No switchable layer has that name.</exception>
    /// <exception cref="InvalidOperationException">Gradients have been gathered and not applied, or another thread uses the trainer.</exception>
    public void Freeze(string layer) => Set(layer, isFrozen: true);

    /// <summary>Trains a layer again that <see cref="Freeze"/> kept as it was.</summary>
    /// <inheritdoc cref="Freeze"/>
    public void Thaw(string layer) => Set(layer, isFrozen: false);

    /// <summary>Whether a layer is kept as it is.</summary>
    /// <inheritdoc cref="Freeze"/>
    public bool IsFrozen(string layer) => _frozen[IndexOf(layer)];

    private void Set(string layer, bool isFrozen)
    {
        int index = IndexOf(layer);
        Enter();
        try
        {
            if (_passes > 0)
                throw new InvalidOperationException("Gradients have been gathered with other layers frozen: call Apply() or ZeroGradients() first.");
            _frozen[index] = isFrozen;
            foreach (ref Segment segment in Optimizer.Segments)
            {
                if (!segment.Entry.IsTrained || segment.Entry.Layer != layer)
                    continue;
                segment = segment with { Trainable = !isFrozen };
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref Gradients, segment.Start), segment.Entry.Length).Clear();
            }
        }
        finally
        {
            Exit();
        }
    }

    private int IndexOf(string layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (Array.IndexOf(_switchable, layer) is var index and >= 0)
            return index;
        string mend = NearestName.Of(layer, _switchable) is { } nearest ? $"write '{nearest}', the nearest of {string.Join(", ", _switchable.Select(name => $"'{name}'"))}."
            : "declare it with Trainable = Trainable.Switchable.";
        throw new ArgumentException($"{NearestName.Quote(layer)} is no layer that can be frozen: {mend}", nameof(layer));
    }
}
