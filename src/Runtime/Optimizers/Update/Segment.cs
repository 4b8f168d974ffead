namespace StaticNet;

/// <summary>A run of stored floats that the optimizer treats alike: one tensor, its padding included.</summary>
/// <param name="Entry">The tensor; its offset and its length are multiples of 16.</param>
/// <param name="Treatment">The hyper-parameters it follows.</param>
/// <param name="Trainable">Whether a step writes it. State never is; a frozen layer is a row with <c>false</c>.</param>
internal readonly record struct Segment(ParameterEntry Entry, Treatment Treatment, bool Trainable)
{
    /// <summary>The rows whose gradients are not zero, where that is known.</summary>
    public TouchedRows? Touched { get; init; }

    /// <summary>Vectors of every width divide this, so no loop over a segment has a tail.</summary>
    public const int Multiple = 16;

    /// <summary>Floats from the first aligned float of the store.</summary>
    public nint Start => Entry.Offset;

    /// <summary>The offset behind the last float.</summary>
    public nint End => Entry.Offset + Entry.Length;

    /// <summary>One segment per tensor, in storage order, and the treatments that they share.</summary>
    public static Segment[] Of(ParameterTable table, Optimizer optimizer, out Treatment[] treatments)
    {
        bool penalises = optimizer.L1 > 0 || optimizer.L2 > 0 || optimizer.MaxNorm is not null;
        var distinct = new List<Treatment>();
        var segments = new Segment[table.Count];
        for (int i = 0; i < segments.Length; i++)
        {
            ParameterEntry entry = table[i];
            if (entry.Length % Multiple != 0)
                throw new InvalidOperationException(
                    $"'{entry.Name}' is stored in {entry.Length} floats; stored tensors are padded to a multiple of {Multiple}.");
            ParameterGroup? group = optimizer.Groups.FirstOrDefault(group => group.Holds(entry));
            bool isPenalised = penalises && entry.Kind == ParameterKind.Weight, trainable = entry.IsTrained;
            Treatment? treatment = distinct.Find(t => ReferenceEquals(t.Group, group) && t.IsPenalised == isPenalised);
            if (treatment is null)
            {
                treatment = new(group, isPenalised);
                if (trainable)
                    distinct.Add(treatment);
            }
            segments[i] = new Segment(entry, treatment, trainable);
        }
        treatments = [.. distinct];
        return segments;
    }
}
