namespace StaticNet.Network.Tests.Contract;

/// <summary>What a loss compares with: floats, or class indices.</summary>
internal readonly struct Target
{
    private readonly float[]? _floats;
    private readonly int[]? _labels;

    public Target(float[] floats) => _floats = floats;

    public Target(int[] labels) => _labels = labels;

    public bool IsLabels => _labels is not null;

    public float[] Floats => _floats ?? throw new InvalidOperationException("these targets are labels");

    public int[] Labels => _labels ?? throw new InvalidOperationException("these targets are floats");

    /// <summary>The numbers as the interpreter takes them.</summary>
    public double[] AsDoubles() => _labels is null ? [.. Floats.Select(v => (double)v)] : [.. _labels.Select(v => (double)v)];
}
