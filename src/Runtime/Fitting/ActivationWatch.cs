using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>
/// Looks at the activations that forward passes store: which units of a ReLU are dead, how many values of a sigmoid or tanh are saturated. The first
/// pass allocates, no other does.
/// </summary>
internal sealed class ActivationWatch
{
    // What a pass stores, in an order that is the same for each; null where it is not looked at.
    private readonly List<ActivationCount?> _stored = [];
    private int _next;
    private int _batch = 1;

    /// <summary>Forgets what was counted.</summary>
    public void Begin()
    {
        foreach (ActivationCount? count in _stored)
            count?.Clear();
    }

    /// <summary>A pass over so many samples begins.</summary>
    public void BeginPass(int batch) => (_next, _batch) = (0, batch);

    /// <summary>Looks at what a step of the pass stored; its layers are separated by commas, the last one is that whose output it may be.</summary>
    /// <param name="layers">The step's layers.</param>
    /// <param name="first">The first value.</param>
    /// <param name="rows">The rows of all samples.</param>
    /// <param name="columns">The values of a row.</param>
    /// <param name="pitch">The floats from one row to the next.</param>
    /// <param name="channels">How many channels the rows of a sample are of, one after the other; 0 where the columns are the channels.</param>
    public void See(string layers, ref readonly float first, int rows, int columns, int pitch, int channels)
    {
        if (_next == _stored.Count)
            _stored.Add(ActivationCount.For(layers[(layers.LastIndexOf(' ') + 1)..], channels > 0 ? channels : columns));
        if (_stored[_next++] is not { } count)
            return;
        count.BeginPass(rows, _batch);
        int rowsOfChannel = channels > 0 ? Math.Max(1, rows / _batch / channels) : 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> values = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Unsafe.AsRef(in first), (nint)row * pitch), columns);
            count.Add(values, channels > 0 ? row / rowsOfChannel % channels : null);
        }
    }

    /// <summary>What each activation showed, in the order of the pass.</summary>
    public IEnumerable<LayerInsight> Layers()
    {
        // Beside its output a step may store smaller things, such as the means of a normalisation.
        return _stored.OfType<ActivationCount>().Where(count => count.IsOutput)
            .GroupBy(count => count.Layer, (_, counts) => counts.MaxBy(count => count.Values)!.Insight());
    }
}
