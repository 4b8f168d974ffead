using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>Whether the attributes tell which layers there are, and in which order.</summary>
internal static class ReadingRules
{
    public static IEnumerable<NetworkError> Unreadable(NetworkDeclaration network, NetworkSource source) =>
        WithRole(AttributeRole.Unreadable, Descriptors.Unreadable, network, source);

    public static IEnumerable<NetworkError> UnknownLayers(NetworkDeclaration network, NetworkSource source) =>
        WithRole(AttributeRole.UnknownLayer, Descriptors.UnknownLayer, network, source);

    // The first attribute that stands on another declaration than the first input or layer.
    public static IEnumerable<NetworkError> SplitLayers(NetworkDeclaration network, NetworkSource source)
    {
        NetworkSource home = source.Original ?? source;
        int first = -1;
        for (int index = 0; index < home.Attributes.Length; index++)
        {
            var (attribute, role) = home.Attributes[index];
            if (role == AttributeRole.Network)
                continue;
            int part = PartOf(attribute, home);
            first = first < 0 ? part : first;
            if (part == first)
                continue;
            yield return new(Descriptors.SplitLayers, At(index, network, source), home.Type.Name);
            yield break;
        }
    }

    /// <summary>What the reader found wrong with blocks.</summary>
    public static IEnumerable<NetworkError> Blocks(NetworkDeclaration network, NetworkSource source) => network.Errors;

    private static int PartOf(AttributeData attribute, NetworkSource source) => Array.FindIndex(
        source.Parts,
        part => attribute.ApplicationSyntaxReference is { } place
            && part.SyntaxTree == place.SyntaxTree
            && part.Span.Contains(place.Span));

    private static IEnumerable<NetworkError> WithRole(AttributeRole role, DiagnosticDescriptor descriptor, NetworkDeclaration network, NetworkSource source)
    {
        var attributes = (source.Original ?? source).Attributes;
        for (int index = 0; index < attributes.Length; index++)
        {
            if (attributes[index].Role == role)
                yield return new(descriptor, At(index, network, source), LayerNames.Kind(attributes[index].Attribute.AttributeClass!.Name));
        }
    }

    // What is wrong with the layers of another class lies, for this one, at its [Network].
    private static Site At(int index, NetworkDeclaration network, NetworkSource source) => source.Original is null ? new(index) : network.Site;
}
