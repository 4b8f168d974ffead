using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>
/// Looks at the activations that forward passes store: which units of a ReLU are dead, how many values of a sigmoid or tanh are saturated. The first
/// pass allocates, no other does but one whose values are kept.
/// </summary>
internal sealed class ActivationWatch
{
    // What a pass stores, in an order that is the same for each; null where it is not looked at.
    private readonly List<ActivationCount?> _stored = [];
    private int _next;
    private int _batch = 1;
    private bool _keepsNext;
    private bool _keeps;
    private List<(string Layer, float[] Values)> _kept = [];

    /// <summary>Of the last pass that was to be kept, the values of each layer.</summary>
    public IReadOnlyList<(string Layer, float[] Values)> Kept => [.. _kept.GroupBy(stored => stored.Layer, (_, stored) => Largest(stored, one => one.Values.Length))];

    /// <summary>Forgets what was counted.</summary>
    public void Begin()
    {
        foreach (ActivationCount? count in _stored)
            count?.Clear();
    }

    /// <summary>Has the next pass's values copied.</summary>
    public void KeepNext() => _keepsNext = true;

    /// <summary>A pass over so many samples begins.</summary>
    public void BeginPass(int batch)
    {
        (_next, _batch, _keeps, _keepsNext) = (0, batch, _keepsNext, false);
        if (_keeps)
            _kept = [];
    }

    /// <summary>Looks at what a step of the pass stored; its layers are separated by commas, the last one is that whose output it may be.</summary>
    /// <param name="layers">The step's layers.</param>
    /// <param name="kind">What the layer is whose value it is, if that is an activation that is watched.</param>
    /// <param name="first">The first value.</param>
    /// <param name="rows">The rows of all samples.</param>
    /// <param name="columns">The values of a row.</param>
    /// <param name="pitch">The floats from one row to the next.</param>
    /// <param name="channels">How many channels the rows of a sample are of, one after the other; 0 where the columns are the channels.</param>
    public void See(string layers, string kind, ref readonly float first, int rows, int columns, int pitch, int channels)
    {
        if (_keeps && rows % _batch == 0)
            _kept.Add((Last(layers), Copy(in first, rows, columns, pitch)));
        if (_next == _stored.Count)
            _stored.Add(ActivationCount.For(Last(layers), kind, channels > 0 ? channels : columns));
        if (_stored[_next++] is not { } count)
            return;
        count.BeginPass(rows, _batch);
        int rowsOfChannel = channels > 0 ? Math.Max(1, rows / _batch / channels) : 0;
        for (int row = 0; row < rows; row++)
        {
            count.Add(Row(in first, row, columns, pitch), channels > 0 ? row / rowsOfChannel % channels : null);
        }
    }

    /// <summary>What each activation showed, in the order of the pass.</summary>
    public IEnumerable<LayerInsight> Layers() =>
        _stored.OfType<ActivationCount>().Where(count => count.IsOutput).GroupBy(count => count.Layer, (_, counts) => Largest(counts, count => count.Values).Insight());

    // Beside its output a step may store smaller things, such as the means of a normalisation.
    private static T Largest<T>(IEnumerable<T> stored, Func<T, long> values) => stored.MaxBy(values)!;

    private static string Last(string layers) => layers[(layers.LastIndexOf(' ') + 1)..];

    private static float[] Copy(ref readonly float first, int rows, int columns, int pitch)
    {
        var values = new float[rows * columns];
        for (int row = 0; row < rows; row++)
            Row(in first, row, columns, pitch).CopyTo(values.AsSpan(row * columns));
        return values;
    }

    private static ReadOnlySpan<float> Row(ref readonly float first, int row, int columns, int pitch) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Unsafe.AsRef(in first), (nint)row * pitch), columns);
}
