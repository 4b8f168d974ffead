using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>A span of a public method: how it is called, what it holds, and the leaf or result that it is.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">The name in the graph.</param>
/// <param name="Shape">The shape, which the documentation tells.</param>
/// <param name="Type"><c>float</c>, <c>int</c> or <c>byte</c>.</param>
internal sealed record Argument(string Name, string Value, Shape Shape, string Type)
{
    /// <summary>Elements of one sample.</summary>
    public int Length => Shape.Count.Size;

    /// <summary>A target's range, as a sentence goes on; "" where any number will do.</summary>
    public string Range { get; init; } = "";

    /// <summary>What its elements may be, where they name rows of a table.</summary>
    public IndexRange? Indices { get; init; }

    /// <summary>The field that makes numbers of its bytes; null where it has none.</summary>
    public string? Bytes { get; init; }

    /// <summary>What documentation says of its bytes.</summary>
    public string Says { get; init; } = "";

    public string Span => $"global::System.ReadOnlySpan<{Type}> {Name}";

    public string Filled => $"global::System.Span<{Type}> {Name}";

    public string Memory => $"global::System.ReadOnlyMemory<{Type}> {Name}";

    /// <summary>The reference to its first element, as all arenas hold it.</summary>
    public string Reference => Of(Name);

    /// <summary>What a data set is told of it as a column.</summary>
    public string Column => $"new({Literals.Of(Name.TrimStart('@'))}, {Name}, {Length}{(Bytes is null ? "" : $", {Bytes}")})";

    /// <summary>Checks that it holds as many samples as the batch.</summary>
    public string CheckLength => CheckLengthOf("batch");

    /// <summary>Checks that it holds as many samples as a variable says.</summary>
    public string CheckLengthOf(string samples) => $"global::StaticNet.Check.Length({Name}.Length, {Length}, {samples}, nameof({Name}));";

    /// <summary>Checks that its elements name rows; "" where they do not.</summary>
    public string CheckIndices => Indices is null
        ? ""
        : $"global::StaticNet.Check.Indices({Name}, {Indices.Count}, {Literals.Of(Indices.Layer)}, nameof({Name}));";

    /// <summary>The same in rows of an arena.</summary>
    public string CheckIndicesIn(string area, Storage rows, string samples) => Indices is null ? "" : $"global::StaticNet.Check.Indices("
        + $"global::System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref global::System.Runtime.CompilerServices.Unsafe.As<float, int>({area}), {samples} * {rows.Pitch}), "
        + $"{rows.Columns}, {rows.Pitch}, {Indices.Count}, {Literals.Of(Indices.Layer)}, {Literals.Of(Name.TrimStart('@'))});";

    /// <summary>The lines that copy a batch of it, all or a slice, into rows of an arena.</summary>
    public string CopyTo(string area, Storage rows, string? slice = null) => Bytes is null
        ? $"global::StaticNet.Rows.Pad({Of(slice ?? Name)}, {area}, batch, {rows.Columns}, {rows.Pitch});"
        : $"{Bytes}.Copy({slice ?? Name}, {area}, {rows.Pitch});\nglobal::StaticNet.Rows.ClearPadding({area}, batch, {rows.Columns}, {rows.Pitch});";

    private static string First(string span) => $"ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({span})";

    private string Of(string span) => Type == "int" ? $"ref global::System.Runtime.CompilerServices.Unsafe.As<int, float>({First(span)})" : First(span);
}

/// <summary>The spans of a network's public methods, under names that nothing else in those methods has.</summary>
internal sealed class Arguments
{
    // Other parameters, locals, and what the methods call.
    private static readonly string[] Others =
    [
        "batch", "samples", "start", "arena", "parameters", "size", "seed", "shuffle", "dropLast", "sampleWeights", "columns", "x", "network", "optimizer",
    ];

    private readonly CompiledNetwork _network;
    private readonly HashSet<string> _taken;

    public Arguments(CompiledNetwork network)
    {
        _network = network;
        NetworkGraphs graphs = network.Graphs;
        _taken = new([.. Others, .. graphs.Targets.Select(target => target.Loss)], StringComparer.Ordinal);
        Inputs =
        [
            .. graphs.Inputs.Select(input => Of(input.Name, input.Name, input.Shape, input.Element) with
            {
                Indices = input.Indices,
                Says = input.Indices is { } range ? $" Indices from 0 to {range.Count - 1}." : "",
            }),
        ];
        InputForms = network.Declaration.Inputs.Any(input => input.Bytes is not null)
            ? [Inputs, [.. Inputs.Select(input => ByteInput.Of(network, input))]]
            : [Inputs];
        Outputs = [.. graphs.Outputs.Select(output => Of(output.Name, output.Name, output.Shape))];
        Targets = [.. graphs.Targets.Select(t => Of(t.Name, t.Name, t.Target.Shape, t.Target.Element) with { Range = RangeOf(t.Target) })];
        OutputGradients = [.. graphs.Outputs.Select(output => Of($"{output.Name}_gradient", output.Name, output.Shape))];
        InputGradients =
        [
            .. graphs.Inputs
                .Where(input => network.Declaration.InputGradient && input.Element == Element.Float32)
                .Select(input => Of($"{input.Name}_gradient", input.Name, input.Shape)),
        ];
        InputLocals = Inputs.Length == 1 ? ["x"] : [.. Inputs.Select((_, i) => Names.Unique($"x{i + 1}", _taken))];
    }

    public ImmutableArray<Argument> Inputs { get; }

    /// <summary>The inputs as methods take them: numbers, and once more with bytes for those inputs that take them.</summary>
    public ImmutableArray<ImmutableArray<Argument>> InputForms { get; }

    /// <summary>The references to the inputs' first elements, where a method has them.</summary>
    public ImmutableArray<string> InputLocals { get; }

    public ImmutableArray<Argument> Outputs { get; }

    public ImmutableArray<Argument> Targets { get; }

    public ImmutableArray<Argument> OutputGradients { get; }

    public ImmutableArray<Argument> InputGradients { get; }

    /// <summary>Whether the typed interface for networks of one input and one output fits.</summary>
    public bool HasOneInputAndOutput => Inputs.Length == 1 && Outputs.Length == 1;

    /// <summary>The interface of the network.</summary>
    public string Network => HasOneInputAndOutput ? $"global::StaticNet.INetwork<{Inputs[0].Type}>" : "global::StaticNet.INetwork";

    /// <summary>The interface of the trainer, "" without a loss.</summary>
    public string Trainer => Targets.Length == 0 ? ""
        : HasOneInputAndOutput && Targets.Length == 1 ? $"global::StaticNet.ITrainer<{Inputs[0].Type}, {Targets[0].Type}>"
        : "global::StaticNet.ITrainer";

    /// <summary>The number of samples, from the first input, the other inputs' lengths, and what elements may be.</summary>
    public string CheckInputs => string.Join("\n", Inputs.Skip(1).Select(input => input.CheckLength).Prepend(
        $"int batch = global::StaticNet.Check.Batch({Inputs[0].Name}.Length, {Inputs[0].Length}, {_network.Declaration.MaxBatch}, nameof({Inputs[0].Name}));")
        .Concat(CheckIndices));

    /// <summary>The lines that check what the inputs' elements may be.</summary>
    public IEnumerable<string> CheckIndices => Inputs.Select(input => input.CheckIndices).Where(line => line.Length > 0);

    /// <summary><c>[n,20], [n,3]</c>.</summary>
    public static string Shapes(IEnumerable<Argument> arguments) => string.Join(", ", arguments.Select(a => a.Shape));

    private Argument Of(string name, string value, Shape shape, Element element = Element.Float32) =>
        new(Names.Unique(Names.Parameter(name), _taken), value, shape, element == Element.Int32 ? "int" : "float");

    private static string RangeOf(Target target) => target.Classes is { } classes ? $", class indices from 0 to {classes - 1}"
        : target.IsProbability ? ", from 0 to 1"
        : "";
}
