using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Diagnostics;

/// <summary>SN004x: outputs and what their losses compare. The comment above a descriptor lists its arguments.</summary>
internal static partial class Descriptors
{
    // name, layer type, outputs, the first of them
    public static readonly DiagnosticDescriptor LossOfSeveral = new(
        "SN0040",
        "A loss says which of several outputs it compares",
        "'{0}' ({1}) does not say which of the outputs {2} it compares; write for example From = \"{3}\"",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0040.md");

    // name, layer type, name of the output, mend
    public static readonly DiagnosticDescriptor UnknownOutput = new(
        "SN0041",
        "A loss compares an output that exists",
        "'{0}' ({1}) compares '{2}', but no output has that name; {3}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0041.md");

    // name, what is wrong, mend
    public static readonly DiagnosticDescriptor OutputTwice = new(
        "SN0042",
        "An output is declared once",
        "the output '{0}' {1}; {2}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0042.md");

    // loss, layer before, its type
    public static readonly DiagnosticDescriptor NoLogarithms = new(
        "SN0043",
        "NegativeLogLikelihood takes log-probabilities",
        "'{0}' (NegativeLogLikelihood) takes log-probabilities, but '{1}' ({2}) gives others; write [SoftmaxCrossEntropy] instead, or [LogSoftmax] before it",
        "StaticNet.Declaration",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0043.md");
}
