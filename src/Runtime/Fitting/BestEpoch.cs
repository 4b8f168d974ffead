namespace StaticNet;

/// <summary>The best epoch so far: its value, how long ago it was, and its weights where they are to come back.</summary>
internal sealed class BestEpoch(Monitored monitored, EarlyStopping? stopping, ParameterStore parameters)
{
    private ParameterStore? _weights;

    /// <summary>The best value; not a number before there is one.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Epochs since.</summary>
    public int Waited { get; private set; }

    /// <summary>Whether the epochs since are too many.</summary>
    public bool IsLongAgo => stopping is not null && Waited >= stopping.Patience;

    /// <summary>Compares an epoch with the best; keeps its weights if it is better.</summary>
    public EpochReport Compare(EpochReport report)
    {
        double value = monitored.Of(report);
        if (!monitored.IsBetter(value, Value, stopping?.MinDelta ?? 0))
        {
            Waited++;
            return report;
        }
        (Value, Waited) = (value, 0);
        if (stopping is { RestoreBest: true })
            (_weights ??= new ParameterStore(parameters.Table)).CopyFrom(parameters);
        return report with { IsBest = true };
    }

    /// <summary>Gives the network the weights of the best epoch, unless it has them.</summary>
    public void Restore()
    {
        if (_weights is not null && Waited > 0)
            parameters.CopyFrom(_weights);
    }
}
