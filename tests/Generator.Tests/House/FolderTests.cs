using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generator.Tests.House;

/// <summary>The folders of src/Generator use each other in one direction, as the table of docs/architecture.md says.</summary>
public class FolderTests
{
    private const string Sources = "src/Generator/";
    private static readonly string[] Between = ["Ir", "Ops", "Autodiff", "Reference", "Passes", "Plan", "Kernels"];
    private static readonly string[] OpenToAll = ["Diagnostics", "Infrastructure"];

    [Fact]
    public void A_folder_uses_what_the_table_allows()
    {
        ILookup<string, string> allowed = Table();
        IEnumerable<string> wrong =
            from use in Uses()
            where use.User.Length > 0 && use.User != use.Used && !OpenToAll.Contains(use.Used) && !allowed[use.User].Contains(use.Used)
            group use.Place by $"{use.User} uses {use.Used}" into places
            select $"{places.Key}: {string.Join(", ", places.Distinct())}";
        string report = string.Join("\n", wrong);
        Assert.True(report.Length == 0, report);
    }

    [Fact]
    public void Nothing_between_declaration_and_text_knows_Roslyn() => Assert.DoesNotContain(
        SourceTree.Written(".cs"), file => Between.Contains(Folder(file)) && SourceTree.Read(file).Contains("Microsoft.CodeAnalysis"));

    [Fact]
    public void The_table_has_every_folder() => Assert.Equal(
        SourceTree.Files.Where(file => file.StartsWith(Sources, StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(Folder).Where(folder => folder.Length > 0).Distinct().Order(),
        Table().Select(row => row.Key).Concat(OpenToAll).Order());

    // | row may use → | Declaration | Ir | …   then a row a folder, with ✓ where it may
    private static ILookup<string, string> Table()
    {
        string[][] lines = [.. SourceTree.Read("docs/architecture.md").Split('\n')
            .SkipWhile(line => !line.StartsWith("| row may use", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];
        return (from row in lines.Skip(2)
                from user in row[0].Split(", ")
                from cell in row.Skip(1).Zip(lines[0].Skip(1)).Append(("✓", user))
                where cell.Item1 == "✓"
                select (User: user, Used: cell.Item2)).ToLookup(use => use.User, use => use.Used);
    }

    private static IEnumerable<(string User, string Used, string Place)> Uses()
    {
        CSharpCompilation generator = Compile();
        foreach (SyntaxTree tree in generator.SyntaxTrees.Where(tree => tree.FilePath.StartsWith(Sources, StringComparison.Ordinal)))
        {
            SemanticModel model = generator.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                ISymbol? symbol = model.GetSymbolInfo(name).Symbol?.OriginalDefinition;
                if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol || IsAttributeHalf(symbol))
                    continue;
                foreach (string used in symbol.DeclaringSyntaxReferences.Select(place => Folder(place.SyntaxTree.FilePath)).Distinct())
                    yield return (Folder(tree.FilePath), used, $"{tree.FilePath}({name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {name}");
            }
        }
    }

    // Layer attributes and what stands beside them are public; how layers are built is not.
    private static bool IsAttributeHalf(ISymbol symbol)
    {
        ISymbol type = symbol;
        while (type.ContainingType is { } outer)
            type = outer;
        return type.DeclaredAccessibility == Accessibility.Public && type.DeclaringSyntaxReferences.Any(place => Folder(place.SyntaxTree.FilePath) == "Layers");
    }

    private static CSharpCompilation Compile()
    {
        const string Usings = """
            global using System; global using System.Collections.Generic; global using System.Collections.Immutable; global using System.IO;
            global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
            """;
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithPreprocessorSymbols("STATICNET_GENERATOR");
        var compilation = CSharpCompilation.Create(
            "Generator",
            [
                CSharpSyntaxTree.ParseText(Usings, options),
                .. SourceTree.Written(".cs").Where(file => file.StartsWith(Sources, StringComparison.Ordinal))
                    .Select(file => CSharpSyntaxTree.ParseText(SourceTree.Read(file), options, file)),
            ],
            [
                .. Net100.References.All,
                MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location),
            ],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDeclarationDiagnostics(), finding => finding.Severity == DiagnosticSeverity.Error);
        return compilation;
    }

    private static string Folder(string file) =>
        file.StartsWith(Sources, StringComparison.Ordinal) && file[Sources.Length..].Split('/') is [var folder, _, ..] ? folder : "";
}
