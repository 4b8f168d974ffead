using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generator.Declaration;

/// <summary>What the user wrote of a type. The analyzer sees the generated part beside it; the generator does not.</summary>
internal static class UserCode
{
    // Roslyn files what a generator adds below the generator's full name.
    private const string Generator = "StaticNet.Generator.StaticNetGenerator";

    public static TypeDeclarationSyntax[] Declarations(INamedTypeSymbol type, CancellationToken cancel) =>
    [
        .. type.DeclaringSyntaxReferences
            .Where(reference => !IsGenerated(reference))
            .Select(reference => reference.GetSyntax(cancel))
            .OfType<TypeDeclarationSyntax>(),
    ];

    /// <summary>The members with a name of their own, constructors not among them.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared && !IsGenerated(member));

    /// <summary>The instance constructors, a primary one among them.</summary>
    public static IEnumerable<IMethodSymbol> Constructors(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(constructor => !constructor.IsImplicitlyDeclared && !IsGenerated(constructor));

    /// <summary>The types around a type, the outermost first.</summary>
    public static ImmutableArray<INamedTypeSymbol> Containing(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Containing(outer).Add(outer) : [];

    public static bool IsFileLocal(INamedTypeSymbol type) => type.IsFileLocal || Containing(type).Any(outer => outer.IsFileLocal);

    private static bool IsGenerated(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && symbol.DeclaringSyntaxReferences.All(IsGenerated);

    private static bool IsGenerated(SyntaxReference reference) =>
        reference.SyntaxTree.FilePath.Contains(Generator);
}
