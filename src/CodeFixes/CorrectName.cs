using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.CodeFixes;

/// <summary>
/// Gives a layer whose name is taken a free one, and one that reads a layer, or a loss that compares an output, that does not exist the nearest name
/// that does, one that shares parameters too. Both names come with the error, which alone knows how layers are named.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CorrectName : Mend
{
    private const string Duplicate = "SN0013", Unknown = "SN0021", Share = "SN0037", Output = "SN0041", Wrong = "Wrong", Right = "Right", Name = "Name";

    public override ImmutableArray<string> FixableDiagnosticIds => [Duplicate, Unknown, Share, Output];

    protected override string Title(SyntaxNode root, Diagnostic error) => error.Id switch
    {
        Duplicate => $"Name the layer '{error.Properties[Right]}'",
        Share => $"Share the parameters of '{error.Properties[Right]}'",
        Output => $"Compare '{error.Properties[Right]}'",
        _ => $"Read '{error.Properties[Right]}'",
    };

    protected override SyntaxNode? Apply(SyntaxNode root, Diagnostic error)
    {
        if (!error.Properties.TryGetValue(Wrong, out string? wrong) || !error.Properties.TryGetValue(Right, out string? right)
            || right is null || Attributes.At(root, error) is not { } layer)
            return null;
        if (error.Id == Duplicate && layer.Named(Name) is null)
            return root.ReplaceNode(layer, layer.With(Attributes.Argument(Name, right)));

        // A name that a constant or nameof gives is not changed here: others may use it.
        LiteralExpressionSyntax[] names =
        [
            .. layer.DescendantNodes().OfType<LiteralExpressionSyntax>()
                .Where(literal => literal.Token.Value is string text && text == wrong && (error.Id == Duplicate) == IsName(literal)),
        ];
        return names.Length == 0 ? null : root.ReplaceNodes(names, (_, name) => Attributes.Literal(right).WithTriviaFrom(name));
    }

    private static bool IsName(LiteralExpressionSyntax literal) =>
        literal.Parent is AttributeArgumentSyntax { NameEquals.Name.Identifier.ValueText: Name };
}
