using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>A class with the layers of another: which other, and that it has none of its own.</summary>
internal static class TwinRules
{
    public static IEnumerable<NetworkError> Original(NetworkDeclaration network, NetworkSource source)
    {
        INamedTypeSymbol type = source.Type;
        if (!TwinReader.IsReadable(type))
        {
            yield return new(Descriptors.Unreadable, network.Site, LayerNames.Kind(nameof(NetworkAttribute)));
            yield break;
        }

        if (TwinReader.Named(type) is not { } original || TwinReader.Original(type) is not null)
            yield break;
        string name = original.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (SymbolEqualityComparer.Default.Equals(original, type))
            yield return new(Descriptors.OfItself, network.Site, network.Name);
        else if (!TwinReader.IsNetwork(original))
            yield return new(Descriptors.OfNoNetwork, network.Site, network.Name, name);
        else if (!SymbolEqualityComparer.Default.Equals(original.ContainingAssembly, type.ContainingAssembly))
            yield return new(Descriptors.OfElsewhere, network.Site, network.Name, name, original.ContainingAssembly.Name);
        else
            yield return new(Descriptors.OfTwin, network.Site, network.Name, name, Last((INamedTypeSymbol)original));
    }

    public static IEnumerable<NetworkError> OwnLayers(NetworkDeclaration network, NetworkSource source)
    {
        if (!TwinReader.IsTwin(source.Type))
            yield break;
        for (int index = 0; index < source.Attributes.Length; index++)
        {
            var (attribute, role) = source.Attributes[index];
            if (role is AttributeRole.Network or AttributeRole.Budget)
                continue;
            yield return new(Descriptors.OfWithLayers, new Site(index), network.Name, LayerNames.Kind(attribute.AttributeClass!.Name));
            yield break;
        }
    }

    // The end of a chain of twins is what should have been named; a ring has none.
    private static string Last(INamedTypeSymbol twin)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        INamedTypeSymbol last = twin;
        while (seen.Add(last) && TwinReader.Named(last) is INamedTypeSymbol next)
            last = next;
        return TwinReader.IsTwin(last) ? "a network with layers" : $"'{last.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'";
    }
}
