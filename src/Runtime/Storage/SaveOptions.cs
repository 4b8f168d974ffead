namespace StaticNet;

/// <summary>How a network is saved.</summary>
public sealed class SaveOptions
{
    /// <summary>The numbers in the file; by default float32, which keeps every bit.</summary>
    public SavedFloat Element { get; init; }
}
