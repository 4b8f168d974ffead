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

    /// <summary>The layers and inputs that it reads; of a loss nothing is told here.</summary>
    public IEnumerable<string> Sources => Joined is { } joined ? joined : [From ?? Before, .. States];

    /// <summary>The layers and inputs that give a recurrent layer its first states.</summary>
    public IEnumerable<string> States =>
        Named.FirstOrDefault(named => named.Name == nameof(RecurrentAttribute.InitialState))?.Argument.Value is EquatableArray<string> names ? names : [];

    /// <summary>The C# member, <c>BatchNorm1</c>; null where an error forbids it.</summary>
    public string? Member { get; init; }

    /// <summary>The layer's kind as its attribute is written, <c>Dense</c>.</summary>
    public string Kind => LayerNames.Kind(Type);

    /// <summary>The layers that a join reads; null for a layer with one source.</summary>
    public EquatableArray<string>? Joined
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
