using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.CodeFixes;

/// <summary>The attribute that an error lies at, and what stands in its parentheses.</summary>
internal static class Attributes
{
    public static AttributeSyntax? At(SyntaxNode root, Diagnostic error) =>
        root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The argument <c>name = …</c>.</summary>
    public static AttributeArgumentSyntax? Named(this AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>Without an argument, and without parentheses where it was the only one.</summary>
    public static AttributeSyntax Without(this AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        AttributeArgumentListSyntax list = attribute.ArgumentList!;
        return attribute.WithArgumentList(list.Arguments.Count == 1
            ? null
            : list.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)!);
    }

    /// <summary>With one more argument at the end.</summary>
    public static AttributeSyntax With(this AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        if (attribute.ArgumentList is not { Arguments.Count: > 0 } list)
            return attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList([argument]));
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return attribute.WithArgumentList(list.WithArguments(
            SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(list.Arguments.GetWithSeparators().AddRange([comma, argument]))));
    }

    /// <summary><c>name = "value"</c>.</summary>
    public static AttributeArgumentSyntax Argument(string name, string value) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space))
            .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
        nameColon: null,
        Literal(value));

    public static LiteralExpressionSyntax Literal(string value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));
}
