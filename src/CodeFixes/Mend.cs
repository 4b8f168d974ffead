using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace StaticNet.CodeFixes;

/// <summary>The one mend of a mistake: from the syntax of the file and where the error lies to the file's new syntax.</summary>
public abstract class Mend : CodeFixProvider
{
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <summary>What an editor offers, as a command.</summary>
    protected abstract string Title(SyntaxNode root, Diagnostic error);

    /// <summary>The new syntax; null where this case has no mend.</summary>
    protected abstract SyntaxNode? Apply(SyntaxNode root, Diagnostic error);

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (Diagnostic error in context.Diagnostics)
        {
            if (Apply(root, error) is not { } mended)
                continue;
            string title = Title(root, error);
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(mended)), equivalenceKey: title), error);
        }
    }
}
