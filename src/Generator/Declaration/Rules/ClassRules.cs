using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>What kind of class can be a network.</summary>
internal static class ClassRules
{
    public static IEnumerable<NetworkError> Partial(NetworkDeclaration network, NetworkSource source)
    {
        if (!IsPartial(source.Parts))
            yield return new(Descriptors.NotPartial, Site.Class, network.Name);
    }

    public static IEnumerable<NetworkError> Instance(NetworkDeclaration network, NetworkSource source)
    {
        if (source.Type.IsStatic)
            yield return new(Descriptors.IsStatic, Site.Class, network.Name);
        else if (source.Type.IsAbstract)
            yield return new(Descriptors.IsAbstract, Site.Class, network.Name);
    }

    public static IEnumerable<NetworkError> Generic(NetworkDeclaration network, NetworkSource source) => network.Containing
        .Append(network.Header)
        .Where(type => type.TypeParameters.Length > 0)
        .Select(type => new NetworkError(Descriptors.IsGeneric, Site.Class, type.Name, type.TypeParameters));

    public static IEnumerable<NetworkError> Record(NetworkDeclaration network, NetworkSource source)
    {
        if (source.Type.IsRecord)
            yield return new(Descriptors.IsRecord, Site.Class, network.Name);
    }

    public static IEnumerable<NetworkError> FileLocal(NetworkDeclaration network, NetworkSource source)
    {
        if (UserCode.IsFileLocal(source.Type))
            yield return new(Descriptors.IsFileLocal, Site.Class, network.Name);
    }

    public static IEnumerable<NetworkError> Nesting(NetworkDeclaration network, NetworkSource source)
    {
        ImmutableArray<INamedTypeSymbol> outer = UserCode.Containing(source.Type);
        for (int i = 0; i < outer.Length; i++)
        {
            TypeHeader header = network.Containing[i];
            if (!IsPartial(UserCode.Declarations(outer[i], source.Cancel)))
                yield return new(Descriptors.NestingNotPartial, Site.Class, header.Name, network.Name, header.Keyword);
        }
    }

    private static bool IsPartial(TypeDeclarationSyntax[] parts) => parts.All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));
}
