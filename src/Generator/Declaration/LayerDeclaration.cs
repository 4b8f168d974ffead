using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>One layer: its attribute and arguments.</summary>
/// <param name="Type">The attribute's metadata name, <c>StaticNet.DenseAttribute</c>.</param>
/// <param name="Name">The name given or derived, <c>dense1</c>.</param>
/// <param name="From">The layer it reads, as written; null for the one before.</param>
/// <param name="Positional">The constructor's arguments, defaults included; <c>params</c> are one array.</param>
/// <param name="Named">The properties set, without <c>Name</c> and <c>From</c>.</param>
/// <param name="IsLoss">Whether it is a loss.</param>
/// <param name="Site">Its attribute.</param>
internal sealed record LayerDeclaration(
    string Type,
    string Name,
    string? From,
    EquatableArray<Argument> Positional,
    EquatableArray<NamedArgument> Named,
    bool IsLoss,
    Site Site)
{
    /// <summary>The layer or input before it, which it reads unless it names another; "" for none.</summary>
    public string Before { get; init; } = "";

    /// <summary>The properties that name what a layer reads beside its own source, in the order in which it gets them.</summary>
    public static ImmutableArray<string> Aside { get; } =
        [nameof(MultiHeadAttentionAttribute.Memory), nameof(AttentionAttribute.Mask), nameof(RecurrentAttribute.InitialState)];

    /// <summary>The layers and inputs that it reads; of a loss nothing is told here.</summary>
    public IEnumerable<string> Sources => Joined is { } joined ? joined : [From ?? Before, .. AsideSources];

    /// <summary>The layers and inputs that it names; none where it reads nothing but the one before it.</summary>
    public IEnumerable<string> NamedSources => Joined is { } joined ? joined : [.. From is { } from ? [from] : Array.Empty<string>(), .. AsideSources];

    /// <summary>The layer whose parameters it uses, as written; null for its own.</summary>
    public string? Share => Named.FirstOrDefault(named => named.Name == nameof(ParameterLayerAttribute.Share))?.Argument.Value as string;

    /// <summary>The C# member, <c>BatchNorm1</c>, of a layer in a block <c>BasicBlock1.Conv1</c>; null where an error forbids it.</summary>
    public string? Member { get; init; }

    /// <summary>Whether it is a layer of a block.</summary>
    public bool IsInBlock => Name.IndexOf('.') >= 0;

    /// <summary>The layer's kind as its attribute is written, <c>Dense</c>.</summary>
    public string Kind => LayerNames.Kind(Type);

    private IEnumerable<string> AsideSources =>
        from property in Aside
        from named in Named
        where named.Name == property
        from name in named.Argument.Value switch { string one => [one], EquatableArray<string> several => several, _ => Array.Empty<string>() as IEnumerable<string> }
        select name;

    /// <summary>Whether it is a part of a split, or a split that names no parts.</summary>
    public bool IsPart => Type == typeof(SplitAttribute).FullName;

    /// <summary>The layers that a join reads; null for a layer with one source.</summary>
    public EquatableArray<string>? Joined => IsPart ? null : Texts;

    /// <summary>The names that it is written with: those that a join reads, or those of a split's parts; null for others.</summary>
    public EquatableArray<string>? Texts
    {
        get
        {
            foreach (Argument argument in Positional)
            {
                if (argument.Value is EquatableArray<string> names)
                    return names;
            }

            return null;
        }
    }
}
