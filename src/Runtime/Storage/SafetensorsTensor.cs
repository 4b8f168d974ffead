namespace StaticNet.Storage;

/// <summary>One tensor of a safetensors header. <c>Begin</c> and <c>End</c> are bytes from the start of the data.</summary>
internal sealed class SafetensorsTensor(string name, string type, int[] shape, long begin, long end)
{
    public const string Metadata = "__metadata__";

    public string Name => name;
    public string Type => type;
    public ReadOnlySpan<int> Shape => shape;
    public long Begin => begin;
    public long End => end;
}
