using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>Constructors beside the generated <c>(ulong seed = 0)</c>, which allocates the parameters. Those of a record are not asked.</summary>
internal static class ConstructorRules
{
    public static IEnumerable<NetworkError> Clash(NetworkDeclaration network, NetworkSource source)
    {
        foreach (IMethodSymbol constructor in Constructors(source))
        {
            string? mend = IsPrimary(constructor, source) ? "declare an ordinary constructor that calls ': this(seed)'"
                : TakesAtMostASeed(constructor) ? "remove it or give it other parameters"
                : null;
            if (mend is not null)
                yield return new(Descriptors.ConstructorClash, Site.Class, Signature(constructor), network.Name, mend);
        }
    }

    // Where the base class leaves no generated constructor, there is none to call.
    public static IEnumerable<NetworkError> Chain(NetworkDeclaration network, NetworkSource source) =>
        from constructor in Base(network, source).Any() ? [] : Constructors(source)
        where !IsPrimary(constructor, source) && !TakesAtMostASeed(constructor)
        where !Syntax<ConstructorDeclarationSyntax>(constructor, source)
            .Any(syntax => syntax.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
        select new NetworkError(Descriptors.ConstructorUnchained, Site.Class, Signature(constructor));

    public static IEnumerable<NetworkError> Base(NetworkDeclaration network, NetworkSource source)
    {
        if (!source.Type.IsRecord && source.Type.BaseType is { TypeKind: TypeKind.Class } ancestor && !CanBeCalled(ancestor, source.Type))
            yield return new(Descriptors.BaseConstructor, Site.Class, ancestor.Name, network.Name);
    }

    /// <summary>Whether the generated constructor cannot stand in the class.</summary>
    public static bool Forbid(NetworkDeclaration network, NetworkSource source) =>
        Constructors(source).Any(constructor => IsPrimary(constructor, source) || constructor.Parameters is [_] && TakesAtMostASeed(constructor))
        || Base(network, source).Any();

    private static IEnumerable<IMethodSymbol> Constructors(NetworkSource source) =>
        source.Type.IsRecord || source.Type.IsStatic ? [] : UserCode.Constructors(source.Type);

    private static bool TakesAtMostASeed(IMethodSymbol constructor) =>
        constructor.Parameters is [] or [{ Type.SpecialType: SpecialType.System_UInt64, RefKind: RefKind.None }];

    private static bool IsPrimary(IMethodSymbol constructor, NetworkSource source) =>
        Syntax<TypeDeclarationSyntax>(constructor, source).Any();

    private static bool CanBeCalled(INamedTypeSymbol ancestor, INamedTypeSymbol type) => ancestor.InstanceConstructors.Any(constructor =>
        constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
        && constructor.DeclaredAccessibility switch
        {
            Accessibility.Private => false,
            Accessibility.Internal or Accessibility.ProtectedAndInternal =>
                ancestor.ContainingAssembly.GivesAccessTo(type.ContainingAssembly),
            _ => true,
        });

    private static string Signature(IMethodSymbol constructor) => constructor.ContainingType.Name
        + "(" + string.Join(", ", constructor.Parameters.Select(parameter => parameter.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))) + ")";

    private static IEnumerable<T> Syntax<T>(ISymbol symbol, NetworkSource source) =>
        symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(source.Cancel)).OfType<T>();
}
