using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Declaration;

/// <summary>What a class names with <c>[Network(Of = typeof(…))]</c>.</summary>
internal static class TwinReader
{
    /// <summary>Whether the class names another, readable or not; its layers are the other's.</summary>
    public static bool IsTwin(INamedTypeSymbol type) => Of(type) is { Value: not null } or { IsReadable: false };

    /// <summary>The named type, of whatever kind; null for none, and for one that does not compile.</summary>
    public static ITypeSymbol? Named(INamedTypeSymbol type) => Of(type).Value;

    /// <summary>Whether the named type compiles.</summary>
    public static bool IsReadable(INamedTypeSymbol type) => Of(type).IsReadable;

    /// <summary>The class whose layers a twin has: another network of the same project with layers of its own. Null where there is none.</summary>
    public static INamedTypeSymbol? Original(INamedTypeSymbol type) =>
        Named(type) is INamedTypeSymbol original
        && !SymbolEqualityComparer.Default.Equals(original, type)
        && SymbolEqualityComparer.Default.Equals(original.ContainingAssembly, type.ContainingAssembly)
        && IsNetwork(original)
        && !IsTwin(original) ? original : null;

    public static bool IsNetwork(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && NetworkOf(named) is not null;

    private static (ITypeSymbol? Value, bool IsReadable) Of(INamedTypeSymbol type)
    {
        if (NetworkOf(type) is not { } attribute)
            return (null, true);
        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
        {
            if (named.Key == nameof(NetworkAttribute.Of))
                return named.Value.Value is ITypeSymbol { TypeKind: not TypeKind.Error } of ? (of, true) : (null, named.Value.Kind != TypedConstantKind.Error && named.Value.IsNull);
        }

        return (null, true);
    }

    private static AttributeData? NetworkOf(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => AttributeRoles.RoleOf(attribute) == AttributeRole.Network);
}
