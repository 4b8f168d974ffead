using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.CodeFixes;

/// <summary>Makes a network and the types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartial : Mend
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["SN0001", "SN0007"];

    protected override string Title(SyntaxNode root, Diagnostic error) => error.Id == "SN0001" ? "Make the class partial" : "Make the types around the class partial";

    protected override SyntaxNode? Apply(SyntaxNode root, Diagnostic error)
    {
        TypeDeclarationSyntax[] types =
        [
            .. root.FindNode(error.Location.SourceSpan).AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
                .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)),
        ];
        return types.Length == 0 ? null : root.ReplaceNodes(types, (_, type) => Partial(type));
    }

    // 'partial' is the last modifier; without any it takes what stood before the keyword.
    private static TypeDeclarationSyntax Partial(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.WithModifiers(type.Modifiers.Add(partial))
            : type.WithKeyword(type.Keyword.WithLeadingTrivia())
                .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)));
    }
}
