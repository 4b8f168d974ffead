namespace StaticNet;

/// <summary>Where batches come from that are made before they are asked for.</summary>
internal interface IBatchSource
{
    /// <summary>A batch of an epoch; it is valid until another is taken.</summary>
    Batch Take(int epoch, int index);
}
