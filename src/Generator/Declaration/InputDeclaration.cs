using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>One input: its name and the shape of one sample.</summary>
internal sealed record InputDeclaration(string Name, EquatableArray<int> Shape, Site Site)
{
    /// <summary>How it makes numbers of bytes; null where it takes none.</summary>
    public ByteScale? Bytes { get; init; }
}
