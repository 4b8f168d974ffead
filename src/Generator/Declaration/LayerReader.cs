using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>
/// Reads layers one after the other, those of a network or of one use of a block: a block becomes its layers, whose names begin with its own.
/// </summary>
internal sealed class LayerReader
{
    private readonly Dictionary<string, int> _counts = [];
    private readonly BlockConstants _constants = BlockConstants.None;
    private readonly ImmutableArray<INamedTypeSymbol> _around = [];
    private readonly string _prefix = "", _memberPrefix = "";

    // What a block reads, and whether its use says so.
    private readonly string? _input;
    private readonly bool _isNamed;

    public LayerReader()
    {
    }

    private LayerReader(LayerReader outer, LayerDeclaration block, BlockConstants constants, INamedTypeSymbol type)
    {
        _constants = constants;
        _around = outer._around.Add(type);
        (_prefix, _memberPrefix) = (block.Name + ".", block.Member + ".");
        (_input, _isNamed) = (block.From ?? block.Before, block.From is not null);
        (Before, Layers, Blocks, Errors) = (_input, outer.Layers, outer.Blocks, outer.Errors);
    }

    /// <summary>The name of what the next layer reads unless it names another.</summary>
    public string Before { get; set; } = "";

    /// <summary>The layers so far.</summary>
    public List<LayerDeclaration> Layers { get; } = [];

    /// <summary>The uses of blocks so far, each with its name, its member and what it reads.</summary>
    public List<LayerDeclaration> Blocks { get; } = [];

    /// <summary>What is wrong with the blocks.</summary>
    public List<NetworkError> Errors { get; } = [];

    public void Read(AttributeData attribute, AttributeRole role, Site site)
    {
        var (arguments, unreadable) = LayerArguments.Read(attribute, _constants);
        if (unreadable is not null)
            Errors.Add(new(Descriptors.BlockArgument, site, unreadable, LayerNames.Kind(attribute.AttributeClass!.Name), Block));
        LayerDeclaration layer = Declare(attribute.AttributeClass!, _input is null ? arguments : arguments.Rename(Resolve), role, site);
        if (role == AttributeRole.Block)
        {
            Blocks.Add(layer);
            Expand(attribute, layer, arguments);
            return;
        }

        Layers.AddRange(Parts(layer));
        Before = layer.IsLoss ? Before : Layers[Layers.Count - 1].Name;
    }

    private string Block => LayerNames.Kind(_around[_around.Length - 1].Name);

    // Every layer counts, named or not, so that naming one renames no other.
    private LayerDeclaration Declare(INamedTypeSymbol type, LayerArguments arguments, AttributeRole role, Site site)
    {
        string stem = LayerNames.Stem(LayerNames.Kind(type.Name));
        _counts[stem] = _counts.TryGetValue(stem, out int count) ? count + 1 : 1;
        string member = arguments.Name is { } given ? LayerNames.Member(given) : stem + _counts[stem];
        bool joins = arguments.Positional.Any(argument => argument.Value is EquatableArray<string>);
        string? from = arguments.From is { } source ? Resolve(source) : _isNamed && Before == _input && !joins ? _input : null;
        return new(
            role == AttributeRole.Block ? type.Name : "StaticNet." + type.MetadataName,
            _prefix + (arguments.Name ?? LayerNames.OfMember(member)),
            from is { Length: 0 } ? null : from,
            arguments.Positional.ToEquatableArray(),
            arguments.Named.Where(named => named.Name != nameof(LayerAttribute.From) && (named.Name != nameof(LayerAttribute.Name) || type.Name == nameof(SplitAttribute))).ToEquatableArray(),
            role == AttributeRole.Loss,
            site)
        {
            Member = _memberPrefix + member,
            Before = Before,
        };
    }

    // Each part of a split is a layer; all read what stands before the first.
    private IEnumerable<LayerDeclaration> Parts(LayerDeclaration layer) => layer is { IsPart: true, Texts: { Count: > 0 } names }
        ? names.Select(name => layer with { Name = name, Member = _memberPrefix + LayerNames.Member(LayerNames.Last(name)) })
        : [layer];

    private void Expand(AttributeData use, LayerDeclaration block, LayerArguments arguments)
    {
        INamedTypeSymbol type = use.AttributeClass!;
        string kind = LayerNames.Kind(type.Name);
        if (_around.Contains(type, SymbolEqualityComparer.Default))
        {
            Errors.Add(new(Descriptors.BlockInItself, block.Site, kind, block.Name));
            return;
        }

        // With an error, too, its layers are there for the code that uses them.
        if (type.DeclaringSyntaxReferences.IsEmpty)
            Errors.Add(new(Descriptors.BlockWithoutSource, block.Site, kind, type.ContainingAssembly.Name));
        else if (BlockConstants.WithoutParameter(type).FirstOrDefault() is { } constant)
            Errors.Add(new(Descriptors.BlockConstant, block.Site, constant, kind, char.ToLowerInvariant(constant[0]) + constant.Substring(1)));
        var inner = new LayerReader(this, block, BlockConstants.Of(use, arguments.Positional), type);
        foreach (var (attribute, role) in AttributeRoles.Of(type))
        {
            if (role is AttributeRole.Layer or AttributeRole.Block)
                inner.Read(attribute, role, block.Site);
            else
                Errors.Add(Foreign(attribute, role, kind, block.Site));
        }

        Before = inner.Before;
    }

    private static NetworkError Foreign(AttributeData attribute, AttributeRole role, string block, Site site)
    {
        string name = LayerNames.Kind(attribute.AttributeClass!.Name);
        return role switch
        {
            AttributeRole.Unreadable => new(Descriptors.Unreadable, site, name),
            AttributeRole.UnknownLayer => new(Descriptors.UnknownLayer, site, name),
            _ => new(Descriptors.BlockContent, site, name, block),
        };
    }

    // A name within a block is that of one of its layers, or of what it reads.
    private string Resolve(string name) => _input is not null && name == BlockAttribute.Input ? _input : _prefix + name;
}
