using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.CodeFixes;

/// <summary>Removes the Softmax or Sigmoid that the loss after it applies itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveLink : Mend
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["SN0031", "SN0032"];

    protected override string Title(SyntaxNode root, Diagnostic error) => $"Remove [{Attributes.At(root, error)?.Name}]";

    protected override SyntaxNode? Apply(SyntaxNode root, Diagnostic error)
    {
        // A layer that chooses its input, or that others may name, does not leave the rest as it was.
        if (Attributes.At(root, error) is not { Parent: AttributeListSyntax list } layer
            || layer.Named("From") is not null || layer.Named("Name") is not null)
            return null;
        return list.Attributes.Count == 1
            ? root.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia)
            : root.RemoveNode(layer, SyntaxRemoveOptions.KeepNoTrivia);
    }
}
