using Microsoft.CodeAnalysis;
using StaticNet.Generator.Declaration;

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

        context.RegisterSourceOutput(files, static (output, file) =>
        {
            if (file.Text.Length > 0)
                output.AddSource(file.HintName, file.Text);
        });
    }
}
