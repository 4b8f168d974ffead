namespace StaticNet;

/// <summary>A run of stored floats that the optimizer treats alike: one tensor, its padding included.</summary>
/// <param name="Offset">Floats from the first aligned float of the store; a multiple of 16.</param>
/// <param name="Length">Stored floats; a multiple of 16.</param>
/// <param name="Layer">The layer's name.</param>
/// <param name="Kind">What the tensor is to its layer.</param>
/// <param name="Trainable">Whether a step writes it. State never is; a frozen layer is a row with <c>false</c>.</param>
internal readonly record struct Segment(int Offset, int Length, string Layer, ParameterKind Kind, bool Trainable)
{
    /// <summary>Vectors of every width divide this, so no loop over a segment has a tail.</summary>
    public const int Multiple = 16;

    /// <summary>One segment per tensor, in storage order.</summary>
    public static Segment[] Of(ParameterTable table)
    {
        var segments = new Segment[table.Count];
        for (int i = 0; i < segments.Length; i++)
        {
            ParameterEntry entry = table[i];
            if (entry.Length % Multiple != 0)
                throw new InvalidOperationException(
                    $"'{entry.Name}' is stored in {entry.Length} floats; stored tensors are padded to a multiple of {Multiple}.");
            segments[i] = new Segment(entry.Offset, entry.Length, entry.Layer, entry.Kind, entry.Kind != ParameterKind.State);
        }
        return segments;
    }
}
