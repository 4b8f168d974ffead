using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.CodeFixes;

/// <summary>The attribute that an error lies at, and what stands in its parentheses.</summary>
internal static class Attributes
{
    public static AttributeSyntax? At(SyntaxNode root, Diagnostic error) => At(root, error.Location);

    /// <summary>Another attribute, by which the error comes about; null where none is told.</summary>
    public static AttributeSyntax? Cause(SyntaxNode root, Diagnostic error) =>
        error.AdditionalLocations.Count == 1 ? At(root, error.AdditionalLocations[0]) : null;

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

    /// <summary>With <c>name = value</c>, at the end where the argument is not there yet.</summary>
    public static AttributeSyntax With(this AttributeSyntax attribute, string name, string value)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(value);
        return attribute.Named(name) is { } argument
            ? attribute.ReplaceNode(argument.Expression, expression.WithTriviaFrom(argument.Expression))
            : attribute.With(Argument(name, expression));
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
    public static AttributeArgumentSyntax Argument(string name, string value) => Argument(name, Literal(value));

    public static LiteralExpressionSyntax Literal(string value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    private static AttributeSyntax? At(SyntaxNode root, Location location) =>
        root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>();

    private static AttributeArgumentSyntax Argument(string name, ExpressionSyntax value) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space))
            .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
        nameColon: null,
        value);
}
