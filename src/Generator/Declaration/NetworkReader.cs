using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Declaration.Rules;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>From a class with its attributes to a <see cref="NetworkDeclaration"/>. It runs at every edit of the compilation, so it is cheap.</summary>
internal static class NetworkReader
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancel) =>
        node.IsKind(SyntaxKind.ClassDeclaration) || node.IsKind(SyntaxKind.RecordDeclaration);

    /// <summary>The network of one [Network]; null for a second one on the same class, which the compiler refuses.</summary>
    public static NetworkDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancel)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData first = type.GetAttributes().First(attribute => AttributeRoles.RoleOf(attribute) == AttributeRole.Network);
        return context.TargetNode.SyntaxTree == first.ApplicationSyntaxReference?.SyntaxTree
            && context.TargetNode.Span.Contains(first.ApplicationSyntaxReference.Span) ? Read(type, cancel) : null;
    }

    public static NetworkDeclaration Read(INamedTypeSymbol type, CancellationToken cancel)
    {
        var attributes = AttributeRoles.Of(type);
        int maxBatch = new NetworkAttribute().MaxBatch;
        bool inputGradient = false;
        Site site = Site.Class;
        List<InputDeclaration> inputs = [];
        List<LayerDeclaration> layers = [];
        Dictionary<string, int> counts = [];
        for (int index = 0; index < attributes.Length; index++)
        {
            cancel.ThrowIfCancellationRequested();
            var (attribute, role) = attributes[index];
            switch (role)
            {
                case AttributeRole.Network:
                    maxBatch = ArgumentReader.Named(attribute, nameof(NetworkAttribute.MaxBatch), maxBatch);
                    inputGradient = ArgumentReader.Named(attribute, nameof(NetworkAttribute.InputGradient), inputGradient);
                    site = new Site(index);
                    break;
                case AttributeRole.Input:
                    inputs.Add(new("x", ArgumentReader.Integers(attribute.ConstructorArguments[0]), new Site(index)));
                    break;
                case AttributeRole.Layer or AttributeRole.Loss:
                    layers.Add(ReadLayer(attribute, role == AttributeRole.Loss, counts, new Site(index)));
                    break;
            }
        }

        TypeDeclarationSyntax[] parts = UserCode.Declarations(type, cancel);
        NetworkDeclaration network = new()
        {
            HintName = HintName(type),
            Namespace = Namespace(type),
            Containing = UserCode.Containing(type).Select(Header).ToEquatableArray(),
            Header = Header(type),
            Accessibility = SyntaxFacts.GetText(type.DeclaredAccessibility),
            Sealed = type.IsSealed,
            Extensible = !type.IsStatic && !UserCode.IsFileLocal(type),
            MaxBatch = maxBatch,
            InputGradient = inputGradient,
            Site = site,
            Inputs = inputs.ToEquatableArray(),
            Layers = layers.ToEquatableArray(),
        };
        return NetworkRules.Apply(network, new(type, parts, attributes, cancel));
    }

    // Every layer counts, named or not, so that naming one renames no other.
    private static LayerDeclaration ReadLayer(AttributeData attribute, bool isLoss, Dictionary<string, int> counts, Site site)
    {
        INamedTypeSymbol type = attribute.AttributeClass!;
        string stem = LayerNames.Stem(LayerNames.Kind(type.Name));
        counts[stem] = counts.TryGetValue(stem, out int count) ? count + 1 : 1;
        string? given = ArgumentReader.Named<string?>(attribute, nameof(LayerAttribute.Name), null);
        string member = given is null ? stem + counts[stem] : LayerNames.Member(given);
        return new(
            "StaticNet." + type.MetadataName,
            given ?? LayerNames.OfMember(member),
            ArgumentReader.Named<string?>(attribute, nameof(LayerAttribute.From), null),
            attribute.ConstructorArguments.Select(ArgumentReader.Read).ToEquatableArray(),
            attribute.NamedArguments
                .Where(named => named.Key is not nameof(LayerAttribute.Name) and not nameof(LayerAttribute.From))
                .Select(named => new NamedArgument(named.Key, ArgumentReader.Read(named.Value)))
                .ToEquatableArray(),
            isLoss,
            site)
        {
            Member = member,
        };
    }

    private static TypeHeader Header(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        string parameters = string.Join(", ", type.TypeParameters.Select(parameter => Escape(parameter.Name)));
        return new(keyword, Escape(type.Name), parameters.Length > 0 ? $"<{parameters}>" : "");
    }

    private static string Namespace(INamedTypeSymbol type)
    {
        string name = "";
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            name = Escape(space.Name) + (name.Length > 0 ? "." + name : "");
        return name;
    }

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    // Metadata names keep apart types that differ in their type parameters or, local to a file, in nothing but that file.
    private static string HintName(INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        foreach (INamedTypeSymbol outer in UserCode.Containing(type).Reverse())
            name = outer.MetadataName + "." + name;
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            name = space.Name + "." + name;
        return new string([.. name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '`' ? c : '_')]) + ".g.cs";
    }
}
