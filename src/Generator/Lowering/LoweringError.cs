using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Lowering;

/// <summary>Ends the lowering of a network at the layer that cannot be built.</summary>
internal sealed class LoweringError(NetworkError error) : Exception(error.Text)
{
    public NetworkError Error { get; } = error;
}
