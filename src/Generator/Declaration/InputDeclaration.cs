using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>One input: its name, whether the user gave it, the shape of one sample and the type of its elements.</summary>
internal sealed record InputDeclaration(string Name, bool IsNamed, EquatableArray<int> Shape, Element Element, Site Site)
{
    /// <summary>How it makes numbers of bytes; null where it takes none.</summary>
    public ByteScale? Bytes { get; init; }
}
