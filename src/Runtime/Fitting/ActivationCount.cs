namespace StaticNet;

/// <summary>What the values of one activation were since counting began.</summary>
internal abstract class ActivationCount(string layer)
{
    // Where the derivatives of sigmoid, y·(1 − y), and tanh, 1 − y², are a twenty-fifth of their largest.
    private const float SaturatedSigmoid = 0.01f;
    private const float SaturatedTanh = 0.98f;

    private int _rowsOfSample;
    private bool _isOther;

    public string Layer { get; } = layer;

    /// <summary>Values seen.</summary>
    public long Values { get; private set; }

    /// <summary>Whether all were as the activation's output has them: so many of each sample, within its range.</summary>
    public bool IsOutput => Values > 0 && !_isOther;

    /// <summary>The count for a layer of a kind; null where there is nothing to count.</summary>
    public static ActivationCount? For(string layer, string kind, int units) => kind switch
    {
        "ReLU" or "ReLU6" => new DeadUnitCount(layer, units),
        "Sigmoid" or "HardSigmoid" => new SaturationCount(layer, 0, 1, SaturatedSigmoid),
        "Tanh" => new SaturationCount(layer, -1, 1, 1 - SaturatedTanh),
        _ => null,
    };

    /// <summary>Begins anew.</summary>
    public virtual void Clear() => (Values, _rowsOfSample, _isOther) = (0, 0, false);

    /// <summary>Rows of so many samples follow. What is not of the samples, such as a variance, has as many rows for any number of them.</summary>
    public void BeginPass(int rows, int batch)
    {
        if (_rowsOfSample == 0)
            _rowsOfSample = rows / batch;
        _isOther |= rows != _rowsOfSample * batch;
    }

    /// <summary>Counts a row: of one unit, or where that is null a value of each.</summary>
    public void Add(ReadOnlySpan<float> row, int? unit)
    {
        Values += row.Length;
        _isOther |= !Count(row, unit);
    }

    /// <summary>What was counted.</summary>
    public abstract LayerInsight Insight();

    /// <summary>Whether the values can be the activation's.</summary>
    protected abstract bool Count(ReadOnlySpan<float> row, int? unit);
}
