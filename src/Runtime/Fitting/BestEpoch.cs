namespace StaticNet;

/// <summary>The best epoch so far: its value, how long ago it was, and its weights where they are to come back.</summary>
internal sealed class BestEpoch(Monitored monitored, EarlyStopping? stopping, ParameterStore parameters)
{
    /// <summary>The best value; not a number before there is one.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>Epochs since.</summary>
    public int Waited { get; set; }

    /// <summary>The weights of the best epoch; null where they are not to come back, or there is none yet.</summary>
    public ParameterStore? Weights { get; private set; }

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
            MakeWeights().CopyFrom(parameters);
        return report with { IsBest = true };
    }

    /// <summary>A place for the weights.</summary>
    public ParameterStore MakeWeights() => Weights ??= new ParameterStore(parameters.Table);

    /// <summary>Gives the network the weights of the best epoch, unless it has them.</summary>
    public void Restore()
    {
        if (Weights is not null && Waited > 0)
            parameters.CopyFrom(Weights);
    }
}
