using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Diagnostics;

/// <summary>SN02xx: shapes that do not fit. The comment above a descriptor lists its arguments.</summary>
internal static partial class Descriptors
{
    // layer, layer type, what it needs, source, shape of the source, mend
    public static readonly DiagnosticDescriptor WrongRank = new(
        "SN0201",
        "A layer's input has the wrong rank",
        "'{0}' ({1}) needs {2}, but '{3}' produces {4}; {5}",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0201.md");

    // layer, layer type, first name, its shape, second name, its shape, what they must be, mend
    public static readonly DiagnosticDescriptor ShapesDiffer = new(
        "SN0202",
        "The shapes of a join differ",
        "'{0}' ({1}) joins '{2}' {3} with '{4}' {5}, but {6}; {7}",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0202.md");

    // loss, loss type, what it needs, source, shape of the source, mend
    public static readonly DiagnosticDescriptor LossMisfit = new(
        "SN0203",
        "An output does not fit its loss",
        "'{0}' ({1}) needs {2}, but '{3}' produces {4}; {5}",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0203.md");

    // layer, layer type, shape it gives, how many elements that holds, source, shape of the source, its elements
    public static readonly DiagnosticDescriptor CountsDiffer = new(
        "SN0204",
        "A reshape keeps the number of elements",
        "'{0}' ({1}) to {2} holds {3} elements a sample, but '{4}' produces {5}, which has {6}; change an extent, or write -1 for the one that follows from the others",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0204.md");

    // loss, loss type, number of weights, source, number of classes
    public static readonly DiagnosticDescriptor ClassWeights = new(
        "SN0210",
        "A loss has a weight for each class",
        "'{0}' ({1}) has {2} class weights, but '{3}' produces {4} classes; give {4} weights",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0210.md");

    // layer, layer type, what of the source, source, mend
    public static readonly DiagnosticDescriptor CannotStream = new(
        "SN0220",
        "A layer of a stream sees one step at a time",
        "'{0}' ({1}) needs {2} of '{3}', but a stream gives it step by step; {4}",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0220.md");

    // layer, layer type, its steps, the source's steps, source, stride
    public static readonly DiagnosticDescriptor UnevenSteps = new(
        "SN0221",
        "A layer of a stream takes as many steps each time",
        "'{0}' ({1}) makes {2} steps of the {3} of '{4}', but in a stream it takes {5} for each; change the length of the sequence, or the layer's padding",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0221.md");

    // network
    public static readonly DiagnosticDescriptor NothingToStream = new(
        "SN0222",
        "A stream goes along a sequence",
        "'{0}' has Stream = true, but no sequence to go along; write [Input(steps, channels)] or [Input(steps, Type = Element.Int32)], or remove Stream = true",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0222.md");

    // reader, its type, source
    public static readonly DiagnosticDescriptor Integers = new(
        "SN0211",
        "A layer reads elements of its type",
        "'{0}' ({1}) takes float32, but '{2}' holds int32; put an [Embedding(count, dimensions)] between them, or remove Type = Element.Int32 from its [Input]",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0211.md");

    // layer, layer type, source, mend
    public static readonly DiagnosticDescriptor Floats = new(
        "SN0212",
        "A layer of tokens reads int32",
        "'{0}' ({1}) takes int32, but '{2}' holds float32; {3}",
        "StaticNet.Shapes",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0212.md");
}
