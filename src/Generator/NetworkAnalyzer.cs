using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator;

/// <summary>Runs the generator's front end and reports what it finds at the attribute or class where it lies.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        // A network in a file marked as generated fails to build like any other.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || AttributeRoles.IsBlock(type) || AttributeRoles.Of(type) is not [var first, ..] attributes)
            return;
        if (!attributes.Any(pair => pair.Role == AttributeRole.Network))
        {
            string what = first.Role is AttributeRole.Input ? "an input" : first.Role is AttributeRole.Budget ? "a budget" : "a layer";
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NotANetwork, LocationOf(first.Attribute), type.Name, what));
            return;
        }

        OptimizationLevel level = context.Compilation.Options.OptimizationLevel;
        NetworkDeclaration network = NetworkReader.Read(type, context.CancellationToken) with
        {
            Options = BuildOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions, level),
        };

        // What is wrong with the layers of another class is reported there, once.
        ImmutableArray<NetworkError> elsewhere = TwinReader.Original(type) is { } original
            ? Compiler.Check(NetworkReader.Read(original, context.CancellationToken) with { Options = network.Options }, context.CancellationToken)
            : [];
        bool isBroken = false;
        foreach (NetworkError error in Compiler.Check(network, context.CancellationToken))
        {
            isBroken |= error.IsFatal;

            // The generated file says it, beside the compiler's own error.
            if (error.Descriptor.Id != Descriptors.Unreadable.Id && !elsewhere.Any(error.SaysAs))
                Report(error);
        }

        if (network.Options.Unoptimised && !isBroken)
            Report(new(Descriptors.Unoptimised, Site.Class, network.Name));

        void Report(NetworkError error) => context.ReportDiagnostic(Diagnostic.Create(
            error.Descriptor, At(error.Site), error.Cause is { } cause ? [At(cause)] : [], Names(error), [.. error.Arguments]));

        Location At(Site site) => Locate(site, type, context.CancellationToken);
    }

    // What the code fixes read.
    private static ImmutableDictionary<string, string?> Names(NetworkError error) => error.Rename is var (wrong, right)
        ? ImmutableDictionary<string, string?>.Empty.Add("Wrong", wrong).Add("Right", right)
        : ImmutableDictionary<string, string?>.Empty;

    private static Location Locate(Site site, INamedTypeSymbol type, CancellationToken cancel)
    {
        var attributes = AttributeRoles.Of(type);
        if (site.Index >= 0)
            return LocationOf(attributes[site.Index].Attribute);
        if (UserCode.Members(type).FirstOrDefault(member => UserCode.NameOf(member) == site.Member) is { } named)
            return named.Locations[0];

        // Of several declarations, the one that carries [Network].
        SyntaxReference? network = attributes.First(pair => pair.Role == AttributeRole.Network).Attribute.ApplicationSyntaxReference;
        return UserCode.Declarations(type, cancel)
            .Where(part => part.SyntaxTree == network?.SyntaxTree && part.Span.Contains(network.Span))
            .Select(part => part.Identifier.GetLocation())
            .FirstOrDefault() ?? type.Locations[0];
    }

    private static Location LocationOf(AttributeData attribute) => attribute.ApplicationSyntaxReference is { } reference
        ? Location.Create(reference.SyntaxTree, reference.Span)
        : Location.None;
}
