using System.ComponentModel;

namespace StaticNet;

/// <summary>Counts nothing.</summary>
/// <remarks>Used by generated code where only the loss is asked for.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoMetric : IMetric
{
    public string Name => "none";

    public bool IsHigherBetter => false;

    public double Value => double.NaN;

    public void Reset()
    {
    }

    public void Add(in Outcomes batch)
    {
    }
}
