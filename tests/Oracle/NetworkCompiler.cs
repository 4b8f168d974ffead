extern alias generator;

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using generator::StaticNet.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StaticNet.Oracle;

/// <summary>Compiles networks in memory: C# source, the generator, and the Runtime that is loaded here.</summary>
public static class NetworkCompiler
{
    private static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(INetwork).Assembly.Location)];

    /// <summary>The assembly of a source, optimised, with the printed graphs in its networks. It is unloaded when nothing refers to it.</summary>
    /// <param name="source">A C# file; <c>System</c> and <c>StaticNet</c> need no using.</param>
    /// <param name="passes">Whether graphs are simplified (the build property <c>StaticNetPasses</c>).</param>
    /// <param name="bits">The width that the networks run with on any machine, 512, 256 or 128; null for the machine's.</param>
    /// <exception cref="InvalidOperationException">It does not compile, or the generator fails; the message holds every finding.</exception>
    /// <param name="threadsFrom">From how many operations on threads work together (<c>StaticNetThreadsFrom</c>).</param>
    public static Assembly Compile(string source, bool passes = true, int? bits = null, long? threadsFrom = null)
    {
        using var image = new MemoryStream(Image(source, passes, bits, threadsFrom));
        return new AssemblyLoadContext("networks", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>The same assembly as the bytes of a file, for another process.</summary>
    /// <param name="source">A C# file, as above.</param>
    /// <param name="passes">Whether graphs are simplified.</param>
    /// <param name="bits">The width.</param>
    /// <param name="threadsFrom">From how many operations on threads work together.</param>
    /// <exception cref="InvalidOperationException">As above.</exception>
    public static byte[] Image(string source, bool passes = true, int? bits = null, long? threadsFrom = null)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"Networks{Guid.NewGuid():N}",
            [
                CSharpSyntaxTree.ParseText("global using System; global using StaticNet;", options),
                CSharpSyntaxTree.ParseText(source, options, "Networks.cs", System.Text.Encoding.UTF8),
            ],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create([new StaticNetGenerator().AsSourceGenerator()], parseOptions: options, optionsProvider: new BuildProperties(passes, threadsFrom))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> findings);

        if (bits is { } width)
            generated = AtWidth(generated, width);

        // A generator that throws leaves a warning and no file.
        using var image = new MemoryStream();
        Diagnostic[] faults = [.. findings, .. generated.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        if (faults.Length > 0)
            throw new InvalidOperationException(string.Join("\n", faults.Take(20).Select(d => d.ToString())) + "\n" + source);
        return image.ToArray();
    }

    // What a machine without the instructions runs in software is what one with them runs: only the choice is the machine's.
    private static Compilation AtWidth(Compilation generated, int bits)
    {
        foreach (SyntaxTree tree in generated.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
        {
            string text = tree.ToString();
            foreach (int width in new[] { 512, 256 })
                text = text.Replace($"if (Vector{width}.IsHardwareAccelerated)", $"if ({(width <= bits ? "true" : "false")})", StringComparison.Ordinal);
            if (text.Contains("IsHardwareAccelerated", StringComparison.Ordinal))
                throw new InvalidOperationException($"Generated code chooses its width in a way that is not known here:\n{text}");
            generated = generated.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text, System.Text.Encoding.UTF8)));
        }

        return generated;
    }

    /// <summary>The generated files of a source, for reading.</summary>
    public static IEnumerable<string> Generate(string source, bool passes = true)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Networks", [CSharpSyntaxTree.ParseText("using StaticNet;\n" + source)], References, new(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriverRunResult result = CSharpGeneratorDriver
            .Create([new StaticNetGenerator().AsSourceGenerator()], optionsProvider: new BuildProperties(passes))
            .RunGenerators(compilation)
            .GetRunResult();
        return result.GeneratedTrees.Select(tree => tree.ToString());
    }

    private sealed class BuildProperties(bool passes, long? threadsFrom = null) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new Dictionary<string, string>
        {
            ["build_property.StaticNetEmitIr"] = "true",
            ["build_property.StaticNetPasses"] = passes ? "true" : "false",
            ["build_property.StaticNetThreadsFrom"] = $"{threadsFrom}",
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => properties.TryGetValue(key, out value);
    }
}
