namespace StaticNet;

/// <summary>Of each layer the norms of its gradient, its weights and its update in one step. Allocates at construction alone.</summary>
internal sealed class LayerNorms
{
    private readonly NetworkTrainer _trainer;
    private readonly float[] _before;
    private readonly string[] _layers;

    // Of each layer Σg², Σw² and Σ(Δw)².
    private readonly (double Gradient, double Weights, double Update)[] _sums;
    private readonly bool[] _isTrained;

    public LayerNorms(NetworkTrainer trainer)
    {
        _trainer = trainer;
        _before = new float[trainer.Store.Table.TrainableLength];
        _layers = [.. trainer.Store.Table.Entries.ToArray().Where(entry => entry.IsTrained).Select(entry => entry.Layer).Distinct()];
        _sums = new (double, double, double)[_layers.Length];
        _isTrained = new bool[_layers.Length];
    }

    private ReadOnlySpan<float> Weights => _trainer.Store.Values.AsSpan(_trainer.Store.Base, _before.Length);

    /// <summary>Forgets the last step that was looked at.</summary>
    public void Clear() => Array.Clear(_isTrained);

    /// <summary>Before the step.</summary>
    public void Begin() => Weights.CopyTo(_before);

    /// <summary>After the step: layers that are frozen have not moved and have no gradient.</summary>
    public void End()
    {
        Array.Clear(_sums);
        foreach (ParameterEntry entry in _trainer.Store.Table.Entries)
        {
            if (!entry.IsTrained || (entry.Trainable == Trainable.Switchable && _trainer.IsFrozen(entry.Layer)))
                continue;
            int layer = Array.IndexOf(_layers, entry.Layer);
            _isTrained[layer] = true;
            Add(ref _sums[layer], _before.AsSpan(entry.Offset, entry.Length), Weights.Slice(entry.Offset, entry.Length), _trainer.GradientOf(entry));
        }
    }

    /// <summary>What the step showed; nothing if there was none.</summary>
    public IEnumerable<LayerInsight> Layers() => _layers.Select((layer, i) => new LayerInsight(layer)
    {
        GradientNorm = Math.Sqrt(_sums[i].Gradient),
        WeightNorm = Math.Sqrt(_sums[i].Weights),
        UpdateRatio = _sums[i].Weights > 0 ? Math.Sqrt(_sums[i].Update / _sums[i].Weights) : null,
    }).Where((_, i) => _isTrained[i]);

    // Padding is zero in all of them.
    private static void Add(ref (double Gradient, double Weights, double Update) sums, ReadOnlySpan<float> before, ReadOnlySpan<float> after, ReadOnlySpan<float> gradient)
    {
        var (g, w, u) = sums;
        for (int i = 0; i < before.Length; i++)
        {
            double moved = (double)after[i] - before[i];
            g += (double)gradient[i] * gradient[i];
            w += (double)before[i] * before[i];
            u += moved * moved;
        }

        sums = (g, w, u);
    }
}
