namespace StaticNet.Storage;

/// <summary>A tensor under its name in a file: an entry of a table, in an array whose offsets count from <paramref name="Base"/>.</summary>
internal readonly record struct NamedTensor(string Name, float[] Values, int Base, ParameterEntry Entry)
{
    public ParameterView View => new(Values, Base + Entry.Offset, Entry);

    /// <summary>As it lies, padding included.</summary>
    public Span<float> Storage => Values.AsSpan(Base + Entry.Offset, Entry.Length);
}
