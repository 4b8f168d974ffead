using Microsoft.CodeAnalysis;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>From Roslyn's constants to equatable values.</summary>
internal static class ArgumentReader
{
    public static Argument Read(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Array } => new(ReadArray(constant)),
        { IsNull: true } => new(null),
        { Kind: TypedConstantKind.Enum } => new(Convert.ToInt32(constant.Value), MetadataName(constant.Type!)),
        { Kind: TypedConstantKind.Type } => new(MetadataName((ITypeSymbol)constant.Value!), "System.Type"),
        _ => new(constant.Value),
    };

    /// <summary>A property's value where it is set.</summary>
    public static T Named<T>(AttributeData attribute, string name, T otherwise)
    {
        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
        {
            if (named.Key == name && named.Value.Value is T value)
                return value;
        }

        return otherwise;
    }

    public static EquatableArray<int> Integers(TypedConstant constant) => ReadArray(constant) is EquatableArray<int> values ? values : [];

    // A null array declares as much as an empty one.
    private static object ReadArray(TypedConstant constant)
    {
        ImmutableArray<TypedConstant> values = constant.IsNull ? [] : constant.Values;
        return ((IArrayTypeSymbol)constant.Type!).ElementType.SpecialType switch
        {
            SpecialType.System_Int32 => values.Select(value => (int)value.Value!).ToEquatableArray(),
            SpecialType.System_String => values.Select(value => (string?)value.Value ?? "").ToEquatableArray(),
            _ => values.Select(Read).ToEquatableArray(),
        };
    }

    private static string MetadataName(ITypeSymbol type)
    {
        string name = type.MetadataName;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.MetadataName + "+" + name;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }
}
