namespace StaticNet;

/// <summary>Which units of a ReLU were never above 0.</summary>
internal sealed class DeadUnitCount(string layer, int units) : ActivationCount(layer)
{
    private readonly bool[] _isAlive = new bool[units];

    public override void Clear()
    {
        base.Clear();
        Array.Clear(_isAlive);
    }

    public override LayerInsight Insight() => new(Layer) { DeadUnits = (double)_isAlive.AsSpan().Count(false) / _isAlive.Length };

    protected override bool Count(ReadOnlySpan<float> row, int? unit)
    {
        float least = 0;
        if (unit is { } one)
        {
            float most = 0;
            foreach (float value in row)
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            _isAlive[one] |= most > 0;
            return least == 0;
        }

        bool[] isAlive = _isAlive;
        for (int i = 0; i < row.Length && i < isAlive.Length; i++)
        {
            least = Math.Min(least, row[i]);
            isAlive[i] |= row[i] > 0;
        }

        return least == 0;
    }
}
