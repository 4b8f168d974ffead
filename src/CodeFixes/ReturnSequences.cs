using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace StaticNet.CodeFixes;

/// <summary>Has a recurrent layer give its whole sequence where the layer that reads it needs one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReturnSequences : Mend
{
    private const string Option = "ReturnSequences";

    public override ImmutableArray<string> FixableDiagnosticIds => ["SN0201"];

    protected override string Title(SyntaxNode root, Diagnostic error) => $"Set {Option} = true on [{Attributes.Cause(root, error)?.Name}]";

    protected override SyntaxNode? Apply(SyntaxNode root, Diagnostic error) =>
        Attributes.Cause(root, error) is { } recurrent ? root.ReplaceNode(recurrent, recurrent.With(Option, "true")) : null;
}
