using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Diagnostics;

/// <summary>What layers are to each other: parts of one, and parameters of another.</summary>
internal static partial class Descriptors
{
    // name, layer type, what came
    public static readonly DiagnosticDescriptor SplitNames = new(
        "SN0036",
        "A split names its parts",
        "'{0}' ({1}) has {2}; a split takes no Name and names at least two parts, for example [{1}(\"gate\", \"value\")]",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0036.md");
}
