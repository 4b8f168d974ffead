using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.CodeFixes;

/// <summary>Puts [Flatten] before a layer that needs one feature axis. Where the layer reads another by From, the new one reads that instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class InsertFlatten : Mend
{
    private const string Layer = "Flatten", From = "From";

    public override ImmutableArray<string> FixableDiagnosticIds => ["SN0201"];

    protected override string Title(SyntaxNode root, Diagnostic error) => "Insert [Flatten]";

    protected override SyntaxNode? Apply(SyntaxNode root, Diagnostic error)
    {
        // Other shapes that do not fit have no one mend.
        if (!error.GetMessage().Contains("add [Flatten]") || Attributes.At(root, error) is not { Parent: AttributeListSyntax list } layer)
            return null;
        AttributeSyntax flatten = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(Layer)), after = layer;
        if (layer.Named(From) is { } from)
            (flatten, after) = (flatten.With(from.WithoutTrivia()), layer.Without(from));

        int index = list.Attributes.IndexOf(layer);
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNodeOrTokenList attributes = list.Attributes.Replace(layer, after.WithoutLeadingTrivia()).GetWithSeparators()
            .InsertRange(2 * index, [flatten.WithLeadingTrivia(layer.GetLeadingTrivia()), comma]);
        return root.ReplaceNode(list, list.WithAttributes(SyntaxFactory.SeparatedList<AttributeSyntax>(attributes)));
    }
}
