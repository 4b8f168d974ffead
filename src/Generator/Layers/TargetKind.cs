namespace StaticNet;

/// <summary>What a loss over classes compares its output with.</summary>
public enum TargetKind
{
    /// <summary>The index of the class, <c>int [n]</c>.</summary>
    Classes,

    /// <summary>A probability for each class, <c>float [n,classes]</c>.</summary>
    Rows,
}
