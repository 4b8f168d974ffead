using System.Diagnostics;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNet;
using StaticNet.Generator;

namespace GeneratorBench;

/// <summary>A user's project in memory: a file with a network, another file, and the generator.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Network">The source of the file with the network.</param>
internal sealed record Project(string Name, string Network)
{
    private const string Usings = "global using System; global using StaticNet;";

    private static readonly MetadataReference[] References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(INetwork).Assembly.Location)];

    /// <summary>A chain of Dense and ReLU, as many layers as given, and a loss.</summary>
    public static Project Chain(int layers) => new($"{layers} layers", $"""
        [Network(MaxBatch = 32), Input(64)]
        {string.Concat(Enumerable.Repeat("[Dense(64), ReLU]\n", (layers - 1) / 2))}
        [Dense(10), SoftmaxCrossEntropy]
        public partial class Net;
        """);

    /// <summary>A network of the tests.</summary>
    public static Project Of(string name)
    {
        using var reader = new StreamReader(typeof(Project).Assembly.GetManifestResourceStream(name)!);
        return new(name, reader.ReadToEnd());
    }

    /// <summary>One round: a generation from nothing, one after an edit elsewhere, and the compilation of what was generated.</summary>
    public Round Measure()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Project", [Parse(Usings), Parse(Network), Parse("class Other;")], References, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new StaticNetGenerator());
        Compilation generated = compilation;
        Cost whole = Cost.Of(() => driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out generated, out _));
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[2], Parse("class Other { int typed; }"));
        Cost keystroke = Cost.Of(() => driver = driver.RunGenerators(edited));
        Cost compiled = Cost.Of(() =>
        {
            var result = generated.Emit(Stream.Null);
            if (!result.Success)
                throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Take(5)));
        });
        int characters = driver.GetRunResult().GeneratedTrees.Where(tree => !tree.FilePath.Contains("Narrow", StringComparison.Ordinal)).Max(tree => tree.Length);
        return new(whole, keystroke, compiled, characters);
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, path: $"{source.GetHashCode()}.cs", encoding: System.Text.Encoding.UTF8);
}

/// <summary>What one run of a piece of work took.</summary>
internal readonly record struct Cost(double Milliseconds, double Megabytes)
{
    public static Cost Of(Action work)
    {
        long bytes = GC.GetTotalAllocatedBytes(), start = Stopwatch.GetTimestamp();
        work();
        return new(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (GC.GetTotalAllocatedBytes() - bytes) / 1e6);
    }
}

internal sealed record Round(Cost Whole, Cost Keystroke, Cost Compiled, int Characters);
