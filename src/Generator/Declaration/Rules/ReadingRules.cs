using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>Whether the attributes tell which layers there are, and in which order.</summary>
internal static class ReadingRules
{
    public static IEnumerable<NetworkError> Unreadable(NetworkDeclaration network, NetworkSource source) =>
        WithRole(AttributeRole.Unreadable, Descriptors.Unreadable, source);

    public static IEnumerable<NetworkError> UnknownLayers(NetworkDeclaration network, NetworkSource source) =>
        WithRole(AttributeRole.UnknownLayer, Descriptors.UnknownLayer, source);

    // The first attribute that stands on another declaration than the first input or layer.
    public static IEnumerable<NetworkError> SplitLayers(NetworkDeclaration network, NetworkSource source)
    {
        int home = -1;
        for (int index = 0; index < source.Attributes.Length; index++)
        {
            var (attribute, role) = source.Attributes[index];
            if (role == AttributeRole.Network)
                continue;
            int part = PartOf(attribute, source);
            home = home < 0 ? part : home;
            if (part == home)
                continue;
            yield return new(Descriptors.SplitLayers, new Site(index), network.Name);
            yield break;
        }
    }

    private static int PartOf(AttributeData attribute, NetworkSource source) => Array.FindIndex(
        source.Parts,
        part => attribute.ApplicationSyntaxReference is { } place
            && part.SyntaxTree == place.SyntaxTree
            && part.Span.Contains(place.Span));

    private static IEnumerable<NetworkError> WithRole(AttributeRole role, DiagnosticDescriptor descriptor, NetworkSource source)
    {
        for (int index = 0; index < source.Attributes.Length; index++)
        {
            if (source.Attributes[index].Role == role)
                yield return new(descriptor, new Site(index), LayerNames.Kind(source.Attributes[index].Attribute.AttributeClass!.Name));
        }
    }
}
