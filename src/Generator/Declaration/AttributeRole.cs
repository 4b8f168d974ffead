using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Declaration;

/// <summary>What an attribute is to a network.</summary>
internal enum AttributeRole
{
    None,
    Network,
    Budget,
    Input,
    Output,
    Layer,
    Loss,

    /// <summary>Layers under one name.</summary>
    Block,

    /// <summary>A layer that is not StaticNet's own.</summary>
    UnknownLayer,

    /// <summary>An input, output, layer or budget whose arguments do not compile.</summary>
    Unreadable,
}

/// <summary>Sorts the attributes of a class; a <see cref="Diagnostics.Site"/> counts those that have a role.</summary>
internal static class AttributeRoles
{
    public const string Network = "StaticNet.NetworkAttribute";

    public static ImmutableArray<(AttributeData Attribute, AttributeRole Role)> Of(INamedTypeSymbol type) =>
    [
        .. type.GetAttributes()
            .Select(attribute => (attribute, Role: RoleOf(attribute)))
            .Where(pair => pair.Role != AttributeRole.None),
    ];

    // An attribute that does not bind has no role: the compiler reports it, or another generator adds it later.
    public static AttributeRole RoleOf(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
            return AttributeRole.None;
        if (Is(type, "NetworkAttribute"))
            return AttributeRole.Network;
        if (Is(type, "InputAttribute"))
            return IsReadable(attribute) ? AttributeRole.Input : AttributeRole.Unreadable;
        if (Is(type, "OutputAttribute"))
            return IsReadable(attribute) ? AttributeRole.Output : AttributeRole.Unreadable;
        if (Is(type, "BudgetAttribute"))
            return IsReadable(attribute) ? AttributeRole.Budget : AttributeRole.Unreadable;

        if (IsBlock(type))
            return IsReadable(attribute) ? AttributeRole.Block : AttributeRole.Unreadable;
        bool isLoss = false;
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            isLoss |= Is(ancestor, "LossAttribute");
            if (!Is(ancestor, "LayerAttribute"))
                continue;
            if (!SymbolEqualityComparer.Default.Equals(ancestor.ContainingAssembly, type.ContainingAssembly))
                return AttributeRole.UnknownLayer;
            return !IsReadable(attribute) ? AttributeRole.Unreadable : isLoss ? AttributeRole.Loss : AttributeRole.Layer;
        }

        return AttributeRole.None;
    }

    /// <summary>Whether the class is a block's, whose layers are no network's.</summary>
    public static bool IsBlock(INamedTypeSymbol type)
    {
        INamedTypeSymbol? ancestor = type.BaseType;
        while (ancestor is not null && !Is(ancestor, "BlockAttribute"))
            ancestor = ancestor.BaseType;
        return ancestor is not null;
    }

    private static bool Is(INamedTypeSymbol type, string name) => type.Name == name
        && type.ContainingType is null
        && type.ContainingNamespace is { Name: "StaticNet", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsReadable(AttributeData attribute) => attribute.AttributeConstructor is not null
        && attribute.ConstructorArguments.All(IsReadable)
        && attribute.NamedArguments.All(named => IsReadable(named.Value));

    private static bool IsReadable(TypedConstant value) => value.Kind switch
    {
        TypedConstantKind.Error => false,
        TypedConstantKind.Array => value.IsNull || value.Values.All(IsReadable),
        _ => true,
    };
}
