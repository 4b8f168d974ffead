using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        NetworkSource source = NetworkSource.Of(type, cancel);
        return NetworkRules.Apply(Declare(source), source);
    }

    // A twin has the inputs, layers and options of its original, except those that its own [Network] sets.
    private static NetworkDeclaration Declare(NetworkSource source)
    {
        INamedTypeSymbol type = source.Type;
        NetworkDeclaration? original = source.Original is { } other ? Declare(other) : null;
        int maxBatch = new NetworkAttribute().MaxBatch, threads = new NetworkAttribute().Threads;
        bool inputGradient = original?.InputGradient ?? false, deterministic = original?.Deterministic ?? false, stream = original?.Stream ?? false;
        BudgetDeclaration? budget = null;
        Site site = Site.Class;
        List<InputDeclaration> inputs = [];
        var layers = new LayerReader();
        List<OutputDeclaration> outputs = [];
        for (int index = 0; index < source.Attributes.Length; index++)
        {
            source.Cancel.ThrowIfCancellationRequested();
            var (attribute, role) = source.Attributes[index];
            switch (role)
            {
                case AttributeRole.Network:
                    maxBatch = ArgumentReader.Named(attribute, nameof(NetworkAttribute.MaxBatch), maxBatch);
                    threads = ArgumentReader.Named(attribute, nameof(NetworkAttribute.Threads), threads);
                    inputGradient = ArgumentReader.Named(attribute, nameof(NetworkAttribute.InputGradient), inputGradient);
                    deterministic = ArgumentReader.Named(attribute, nameof(NetworkAttribute.Deterministic), deterministic);
                    stream = ArgumentReader.Named(attribute, nameof(NetworkAttribute.Stream), stream);
                    site = new Site(index);
                    break;
                case AttributeRole.Budget:
                    budget = BudgetDeclaration.Read(attribute, new Site(index));
                    break;
                case AttributeRole.Input:
                    inputs.Add(ReadInput(attribute, new Site(index)));
                    layers.Before = inputs[inputs.Count - 1].Name;
                    break;
                case AttributeRole.Output:
                    string name = attribute.ConstructorArguments[0].Value as string ?? "";
                    outputs.Add(new(name, ArgumentReader.Named<string?>(attribute, nameof(OutputAttribute.From), null) ?? layers.Before, new Site(index)));
                    break;
                case AttributeRole.Layer or AttributeRole.Loss or AttributeRole.Block:
                    layers.Read(attribute, role, new Site(index));
                    break;
            }
        }

        return new()
        {
            HintName = HintName(type),
            Namespace = Namespace(type),
            Containing = UserCode.Containing(type).Select(Header).ToEquatableArray(),
            Header = Header(type),
            Accessibility = SyntaxFacts.GetText(type.DeclaredAccessibility),
            Sealed = type.IsSealed,
            Extensible = !type.IsStatic && !UserCode.IsFileLocal(type),
            MaxBatch = maxBatch,
            Threads = threads,
            IsTwin = original is not null,
            InputGradient = inputGradient,
            Deterministic = deterministic,
            Stream = stream,
            Budget = budget,
            Site = site,
            Inputs = original is null ? inputs.ToEquatableArray() : original.Inputs.Select(input => input with { Site = site }).ToEquatableArray(),
            Layers = original is null ? layers.Layers.ToEquatableArray() : original.Layers.Select(layer => layer with { Site = site }).ToEquatableArray(),
            Blocks = original is null ? layers.Blocks.ToEquatableArray() : original.Blocks.Select(block => block with { Site = site }).ToEquatableArray(),
            Errors = original is null ? layers.Errors.ToEquatableArray() : original.Errors.Select(error => error with { Site = site }).ToEquatableArray(),
            Outputs = original?.Outputs.Select(output => output with { Site = output.Site == Site.Class ? Site.Class : site }).ToEquatableArray()
                ?? (outputs.Any(output => output.Layer == layers.Before) ? outputs : outputs.Append(new("output", layers.Before, Site.Class))).ToEquatableArray(),
        };
    }

    private static InputDeclaration ReadInput(AttributeData attribute, Site site)
    {
        string? name = ArgumentReader.Named<string?>(attribute, nameof(InputAttribute.Name), null);
        return new(
            name ?? "input",
            name is not null,
            ArgumentReader.Integers(attribute.ConstructorArguments[0]),
            (Element)ArgumentReader.Named(attribute, nameof(InputAttribute.Type), (int)Element.Float32),
            site)
        {
            Bytes = ByteScale.Read(attribute),
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
        return new string([.. name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '`' ? c : '_')]) + GeneratedFile.Ending;
    }
}
