using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Diagnostics;

/// <summary>SN005x: classes with the layers of another, inputs of bytes. The comment above a descriptor lists its arguments.</summary>
internal static partial class Descriptors
{
    // class, named type
    public static readonly DiagnosticDescriptor OfNoNetwork = new(
        "SN0050",
        "A class has the layers of a network",
        "'{0}' is to have the layers of '{1}', which is no network; name a class that carries [Network], inputs and layers",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0050.md");

    // class, named type, its assembly
    public static readonly DiagnosticDescriptor OfElsewhere = new(
        "SN0051",
        "A class has the layers of a network of its own project",
        "'{0}' is to have the layers of '{1}', whose source is in another assembly, '{2}'; declare '{0}' there, or repeat the layers here",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0051.md");

    // class
    public static readonly DiagnosticDescriptor OfItself = new(
        "SN0052",
        "A class has the layers of another one",
        "'{0}' is to have its own layers; name another network, or remove Of",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0052.md");

    // class, named type, the class whose layers that one has
    public static readonly DiagnosticDescriptor OfTwin = new(
        "SN0053",
        "A class has the layers of a class with layers",
        "'{0}' is to have the layers of '{1}', which has none of its own; name {2}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0053.md");

    // class, its own input or layer
    public static readonly DiagnosticDescriptor OfWithLayers = new(
        "SN0054",
        "A class with the layers of another has none of its own",
        "'{0}' has the layers of another network and a '{1}' of its own; remove it, or remove Of",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0054.md");

    // property, what it needs, what came
    public static readonly DiagnosticDescriptor InputScaling = new(
        "SN0055",
        "An input of bytes has numbers that can scale them",
        "the input's {0} needs {1}, but got {2}; bytes become (x·Scale − Mean)/Std",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0055.md");
}
