extern alias runtime;

using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNet.Generator.Declaration;

namespace StaticNet.Generator.Tests.Pipeline;

/// <summary>A project of a user, in memory: sources against the Runtime, with the generator and the analyzer.</summary>
internal sealed record UserProject(CSharpCompilation Compilation, ImmutableDictionary<string, string> Properties)
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(runtime::StaticNet.LayerAttribute).Assembly.Location),
    ];

    private static readonly SyntaxTree Usings = Parse("global using System; global using StaticNet;", "Usings.cs");

    /// <summary>An optimised library of the given sources, <c>File0.cs</c> and so on.</summary>
    public static UserProject Of(params string[] sources) => new(
        CSharpCompilation.Create(
            "UserProject",
            [Usings, .. sources.Select((source, i) => Parse(source, $"File{i}.cs"))],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable)),
        ImmutableDictionary<string, string>.Empty);

    /// <summary>The same project with a reference to an assembly <c>Library</c> of the given source, as it lies in metadata.</summary>
    public UserProject WithLibrary(string source)
    {
        var image = new MemoryStream();
        CSharpCompilation library = CSharpCompilation.Create("Library", [Usings, Parse(source, "Library.cs")], References, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(library.Emit(image).Success);
        return this with { Compilation = Compilation.AddReferences(MetadataReference.CreateFromImage(image.ToArray())) };
    }

    public UserProject With(OptimizationLevel level) =>
        this with { Compilation = Compilation.WithOptions(Compilation.Options.WithOptimizationLevel(level)) };

    public UserProject WithProperty(string name, string value) => this with { Properties = Properties.SetItem("build_property." + name, value) };

    /// <summary>The same project after an edit of its k-th source.</summary>
    public UserProject WithSource(int k, string source) => this with
    {
        Compilation = Compilation.ReplaceSyntaxTree(
            Compilation.SyntaxTrees.Single(tree => tree.FilePath == $"File{k}.cs"), Parse(source, $"File{k}.cs")),
    };

    public NetworkDeclaration Read(string metadataName, CancellationToken cancel = default) =>
        NetworkReader.Read(Compilation.GetTypeByMetadataName(metadataName)!, cancel);

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new StaticNetGenerator().AsSourceGenerator()],
        optionsProvider: new BuildProperties(Properties),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What a build reports: the compiler's findings with the generated files, and the analyzer's.</summary>
    public async Task<ImmutableArray<Diagnostic>> Build()
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation, out Compilation generated, out ImmutableArray<Diagnostic> ofGenerator);
        Assert.Empty(ofGenerator);
        var analyzers = generated.WithAnalyzers([new NetworkAnalyzer()], new AnalyzerOptions([], new BuildProperties(Properties)));
        return [.. generated.GetDiagnostics(), .. await analyzers.GetAnalyzerDiagnosticsAsync()];
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, path: path, encoding: System.Text.Encoding.UTF8);

    private sealed class BuildProperties(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            properties.TryGetValue(key, out value);
    }
}
