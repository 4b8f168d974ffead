namespace StaticNet;

/// <summary>How many values of an activation between two bounds lie closer to one of them than a margin.</summary>
internal sealed class SaturationCount(string layer, float least, float most, float margin) : ActivationCount(layer)
{
    private long _saturated;

    public override void Clear()
    {
        base.Clear();
        _saturated = 0;
    }

    public override LayerInsight Insight() => new(Layer) { SaturatedValues = (double)_saturated / Values };

    protected override bool Count(ReadOnlySpan<float> row, int? unit)
    {
        bool isWithin = true;
        foreach (float value in row)
        {
            isWithin &= value >= least && value <= most;
            _saturated += value < least + margin || value > most - margin ? 1 : 0;
        }

        return isWithin;
    }
}
