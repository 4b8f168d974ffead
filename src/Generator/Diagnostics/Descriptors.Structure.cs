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

    // name, layer type, the unknown name, mend
    public static readonly DiagnosticDescriptor UnknownShare = new(
        "SN0037",
        "A layer shares the parameters of an earlier layer",
        "'{0}' ({1}) shares the parameters of '{2}', but no earlier layer has that name; {3}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0037.md");

    // name, layer type, the other layer, its type, mend
    public static readonly DiagnosticDescriptor ShareOfOtherKind = new(
        "SN0038",
        "A layer shares the parameters of its own kind",
        "'{0}' ({1}) shares the parameters of '{2}', which is a {3}; {4}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0038.md");

    // name, layer type, tensor, its shape, the other layer, what that has
    public static readonly DiagnosticDescriptor ShareOfOtherShape = new(
        "SN0213",
        "Shared parameters have one shape",
        "'{0}' ({1}) needs a {2} {3}, but '{4}', whose parameters it shares, has {5}; make the two layers and what they read alike",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0213.md");
}
