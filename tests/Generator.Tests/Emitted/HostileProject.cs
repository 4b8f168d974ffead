using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Emitted;

/// <summary>
/// A project with the options that generated code has to bear: every warning an error, nullable and implicit usings off, arithmetic checked,
/// no unsafe code.
/// </summary>
internal static class HostileProject
{
    public static UserProject Of(params string[] sources)
    {
        UserProject project = UserProject.Of(sources);
        CSharpCompilation compilation = project.Compilation;
        return project with
        {
            Compilation = compilation
                .RemoveSyntaxTrees(compilation.SyntaxTrees.Single(tree => tree.FilePath == "Usings.cs"))
                .WithOptions(compilation.Options
                    .WithNullableContextOptions(NullableContextOptions.Disable)
                    .WithOverflowChecks(true)
                    .WithAllowUnsafe(false)
                    .WithWarningLevel(9999)
                    .WithGeneralDiagnosticOption(ReportDiagnostic.Error)),
        };
    }

    /// <summary>Fails with every finding of a build, whatever its severity.</summary>
    public static async Task Builds(params string[] sources)
    {
        ImmutableArray<Diagnostic> found = await Of(sources).Build();
        string[] faults = [.. found.Where(finding => finding.Severity != DiagnosticSeverity.Hidden).Select(Text)];
        Assert.True(faults.Length == 0, string.Join("\n", faults.Take(20)));
    }

    private static string Text(Diagnostic finding) =>
        $"{finding}: {finding.Location.SourceTree?.GetText().Lines[finding.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()}";
}
