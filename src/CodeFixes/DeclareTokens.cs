using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.CodeFixes;

/// <summary>Makes an input that an embedding reads one of int32.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareTokens : Mend
{
    private const string Type = "Type", Integers = "Element.Int32";

    public override ImmutableArray<string> FixableDiagnosticIds => ["SN0212"];

    protected override string Title(SyntaxNode root, Diagnostic error) => $"Write {Type} = {Integers} in [Input]";

    // What stands before the attribute's name stands before that of the enum.
    protected override SyntaxNode? Apply(SyntaxNode root, Diagnostic error) => Attributes.Cause(root, error) is { } input
        ? root.ReplaceNode(input, input.With(Type, input.Name is QualifiedNameSyntax { Left: var space } ? $"{space}.{Integers}" : Integers))
        : null;
}
