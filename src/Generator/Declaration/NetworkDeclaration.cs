using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>A network as its user wrote it: an equatable value without symbol, syntax, location or compilation.</summary>
internal sealed record NetworkDeclaration
{
    /// <summary>The name of the generated file, different for any two networks of a compilation.</summary>
    public required string HintName { get; init; }

    /// <summary>The namespace with keywords escaped, "" for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types around the class, the outermost first.</summary>
    public required EquatableArray<TypeHeader> Containing { get; init; }

    public required TypeHeader Header { get; init; }

    /// <summary>As C# writes it: <c>public</c>, <c>internal</c>, <c>protected internal</c>, …</summary>
    public required string Accessibility { get; init; }

    public required bool Sealed { get; init; }

    /// <summary>
    /// Whether a partial declaration can add members. It cannot to a class that is static or local to its file; where only
    /// <c>partial</c> is missing it can, and the code that uses the members still binds.
    /// </summary>
    public required bool Extensible { get; init; }

    public required int MaxBatch { get; init; }

    /// <summary>The most threads that run it together.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The place of [Network].</summary>
    public required Site Site { get; init; }

    /// <summary>Whether the inputs and layers are those of another class, which is there to be trained.</summary>
    public bool IsTwin { get; init; }

    /// <summary>Whether the trainer gives the gradient of the input.</summary>
    public bool InputGradient { get; init; }

    /// <summary>Whether results have the same bits on every processor.</summary>
    public bool Deterministic { get; init; }

    /// <summary>Whether it also runs a step of its sequences at a time.</summary>
    public bool Stream { get; init; }

    /// <summary>What it may cost; null without [Budget].</summary>
    public BudgetDeclaration? Budget { get; init; }

    public required EquatableArray<InputDeclaration> Inputs { get; init; }

    public required EquatableArray<LayerDeclaration> Layers { get; init; }

    /// <summary>The blocks, whose layers are among <see cref="Layers"/>: each with its name and member.</summary>
    public EquatableArray<LayerDeclaration> Blocks { get; init; } = [];

    /// <summary>The outputs in the order of declaration, the last layer's included.</summary>
    public required EquatableArray<OutputDeclaration> Outputs { get; init; }

    /// <summary>What has a member: blocks before their layers.</summary>
    public IEnumerable<LayerDeclaration> Named => Blocks.Count == 0 ? Layers : Blocks.Concat(Layers).OrderBy(layer => layer.Site.Index);

    public IEnumerable<LayerDeclaration> Losses => Layers.Where(layer => layer.IsLoss);

    /// <summary>The generated members whose names the user's own take (<c>.ctor</c> for the constructor), which must not be emitted.</summary>
    public EquatableArray<string> Taken { get; init; }

    /// <summary>Errors and warnings that need neither shapes nor plan.</summary>
    public EquatableArray<NetworkError> Errors { get; init; }

    public BuildOptions Options { get; init; } = new();

    public string Name => Header.Name;

    /// <summary>Whether an error forbids to build the network; warnings do not.</summary>
    public bool IsBroken => Errors.Any(error => error.IsFatal);

    /// <summary>
    /// Whether the generated file must say <c>#error</c> itself: no analyzer runs, or an attribute does not compile yet, which the
    /// analyzer may see mended by another generator.
    /// </summary>
    public bool ReportsInFile => !Options.AnalyzersRun || Errors.Any(error => error.Descriptor.Id == Descriptors.Unreadable.Id);

    /// <summary>The constants that tell lengths, where there are several inputs or outputs: <c>MaskLength</c>.</summary>
    public IEnumerable<string> LengthMembers =>
        (Inputs.Count > 1 ? Inputs.Select(input => input.Name) : []).Concat(Outputs.Count > 1 ? Outputs.Select(output => output.Name) : [])
        .Select(name => $"{LayerNames.Member(name)}Length");

    /// <summary>The output that a loss compares, by its name or that of its layer; null where there is no such, or where the loss leaves open which.</summary>
    public OutputDeclaration? OutputOf(LayerDeclaration loss) => loss.From is not { } from
        ? Outputs.Count == 1 ? Outputs[0] : null
        : Outputs.FirstOrDefault(output => output.Name == from) ?? Outputs.FirstOrDefault(output => output.Layer == from);

    public override string ToString() => HintName;
}
