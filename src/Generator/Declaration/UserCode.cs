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

    /// <summary>The members that take a name of the class, constructors not among them.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => (member.CanBeReferencedByName || IsIndexer(member)) && !member.IsImplicitlyDeclared && !IsGenerated(member));

    /// <summary>The name that a member takes: of an indexer, its property's in metadata, <c>Item</c> unless [IndexerName] gives another.</summary>
    public static string NameOf(ISymbol member) => IsIndexer(member) ? member.MetadataName : member.Name;

    /// <summary>The instance constructors, a primary one among them.</summary>
    public static IEnumerable<IMethodSymbol> Constructors(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(constructor => !constructor.IsImplicitlyDeclared && !IsGenerated(constructor));

    /// <summary>The types around a type, the outermost first.</summary>
    public static ImmutableArray<INamedTypeSymbol> Containing(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Containing(outer).Add(outer) : [];

    public static bool IsFileLocal(INamedTypeSymbol type) => type.IsFileLocal || Containing(type).Any(outer => outer.IsFileLocal);

    private static bool IsIndexer(ISymbol member) => member is IPropertySymbol { IsIndexer: true };

    private static bool IsGenerated(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && symbol.DeclaringSyntaxReferences.All(IsGenerated);

    private static bool IsGenerated(SyntaxReference reference) =>
        reference.SyntaxTree.FilePath.Contains(Generator);
}
