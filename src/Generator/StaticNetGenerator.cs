using Microsoft.CodeAnalysis;
using StaticNet.Generator.Declaration;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator;

/// <summary>From each class with [Network] to one generated file: the incremental pipeline and nothing else.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class StaticNetGenerator : IIncrementalGenerator
{
    // The tracking names of the steps, for tests of what is cached.
    internal const string Networks = nameof(Networks);
    internal const string Declarations = nameof(Declarations);
    internal const string Files = nameof(Files);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.Options.OptimizationLevel))
            .Select(static (pair, _) => BuildOptions.Read(pair.Left.GlobalOptions, pair.Right));

        var files = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeRoles.Network, NetworkReader.IsCandidate, NetworkReader.Read)
            .WithTrackingName(Networks)
            .Where(static network => network is not null)
            .Combine(options)
            .Select(static (pair, _) => pair.Left! with { Options = pair.Right })
            .WithTrackingName(Declarations)
            .Select(static (network, cancel) => Compiler.Emit(network, cancel))
            .WithTrackingName(Files);

        // Roslyn compares the names of files without their capitals, C# those of classes with them.
        var alike = files.Select(static (file, _) => file.HintName).Collect().Select(static (names, _) => names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.OrderBy(name => name, StringComparer.Ordinal).Skip(1))
            .ToEquatableArray());

        context.RegisterSourceOutput(files.Combine(alike), static (output, pair) =>
        {
            (GeneratedFile file, EquatableArray<string> alike) = pair;
            if (file.Text.Length > 0)
                output.AddSource(NameAmong(alike, file.HintName), file.Text);
        });
    }

    // The first of several names that differ in capitals alone stays as it is; the others count from 2.
    private static string NameAmong(EquatableArray<string> alike, string name)
    {
        int number = alike.Count(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase) && string.CompareOrdinal(other, name) <= 0);
        return alike.Contains(name) ? name.Insert(name.Length - GeneratedFile.Ending.Length, $".{number + 1}") : name;
    }
}
