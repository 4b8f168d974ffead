using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Diagnostics;

/// <summary>SN004x: blocks. The comment above a descriptor lists its arguments.</summary>
internal static partial class Descriptors
{
    // constant, block, parameter
    public static readonly DiagnosticDescriptor BlockConstant = new(
        "SN0044",
        "A block's constants are its parameters",
        "the constant '{0}' of the block [{1}] has no value, since its constructor has no parameter of that name; write for example {1}Attribute(int {2})",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0044.md");

    // block, name
    public static readonly DiagnosticDescriptor BlockInItself = new(
        "SN0045",
        "A block does not hold itself",
        "'{1}' is a [{0}] within [{0}], so the network would have no end; remove that attribute",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0045.md");

    // block, assembly
    public static readonly DiagnosticDescriptor BlockWithoutSource = new(
        "SN0046",
        "A block is source of the same project",
        "the block [{0}] comes compiled in '{1}', where the arguments of its layers cannot be read; put its source into this project",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0046.md");

    // expression, attribute, block
    public static readonly DiagnosticDescriptor BlockArgument = new(
        "SN0047",
        "A block's arguments are numbers and its constants",
        "'{0}' of [{1}] in the block [{2}] cannot be read; write numbers and constants of the block with + - * / alone, whose value is in range",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0047.md");

    // attribute, block
    public static readonly DiagnosticDescriptor BlockContent = new(
        "SN0048",
        "A block holds layers",
        "[{0}] stands in the block [{1}], which holds layers and blocks alone; move it to the network",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0048.md");
}
