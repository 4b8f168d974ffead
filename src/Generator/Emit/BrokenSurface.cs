using StaticNet.Generator.Declaration;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>
/// The parameters of a network's methods, as far as its declaration tells them while it has errors. Where it is not known what a loss compares with,
/// there is a method for each of what it may be.
/// </summary>
internal sealed class BrokenSurface
{
    private readonly HashSet<string> _taken = new(["size", "seed", "shuffle", "dropLast", "sampleWeights", "batch"], StringComparer.Ordinal);
    private readonly (string Name, string Type)[] _inputs;
    private readonly bool[] _takesBytes;
    private readonly string[] _outputs;
    private readonly string[] _lengths;
    private readonly ImmutableArray<Element> _elements;

    /// <param name="network">The declaration.</param>
    /// <param name="targets">The elements that each loss may compare with.</param>
    public BrokenSurface(NetworkDeclaration network, ImmutableArray<ImmutableArray<Element>> targets)
    {
        _inputs = [.. network.Inputs.Select(input => (Parameter(input.Name), Type(input.Element)))];
        if (_inputs.Length == 0)
            _inputs = [(Parameter("input"), "float")];
        _takesBytes = [.. network.Inputs.Select(input => input.Bytes is not null)];
        _outputs = [.. network.Outputs.Select(output => Parameter(output.Name))];
        _lengths = [.. network.LengthMembers.Distinct()];
        LayerDeclaration[] losses = [.. network.Losses];
        string[] names = losses.Length < 2 ? [Parameter("target")] : [.. losses.Select(loss => Parameter($"{network.OutputOf(loss)?.Name ?? loss.Name}Target"))];
        Targets = [.. Combinations(names, targets)];
        _elements = targets.Length == 1 ? targets[0] : [];
        OutputGradients = Spans(_outputs.Select(name => ($"{name.TrimStart('@')}Gradient", "float")));
        InputGradients = string.Join(", ", _inputs.Select(input => $"global::System.Span<float> {input.Name.TrimStart('@')}Gradient"));
    }

    public string Inputs => Spans(_inputs);

    /// <summary>The parameters for inputs, and once more with bytes for those that take them.</summary>
    public IEnumerable<string> InputForms => _takesBytes.Contains(true)
        ? [Inputs, Spans(_inputs.Select((input, i) => _takesBytes[i] ? (input.Name, "byte") : input))]
        : [Inputs];

    /// <summary>The parameters for inputs and targets in all their forms.</summary>
    public IEnumerable<string> Samples => InputForms.SelectMany(inputs => Targets.Select(targets => $"{inputs}, {targets}"));

    public string Outputs => string.Join(", ", _outputs.Select(name => $"global::System.Span<float> {name}"));

    public string OutputGradients { get; }

    public string InputGradients { get; }

    /// <summary>The parameters for targets, once for each of what they may be.</summary>
    public ImmutableArray<string> Targets { get; }

    public bool HasOneInputAndOutput => _inputs.Length == 1 && _outputs.Length == 1;

    /// <summary>The names of the constants that tell lengths.</summary>
    public IEnumerable<string> Lengths =>
    [
        .. _inputs.Length == 1 ? ["InputLength"] : Array.Empty<string>(),
        .. _outputs.Length == 1 ? ["OutputLength"] : Array.Empty<string>(),
        .. _lengths,
    ];

    public string Network => HasOneInputAndOutput ? $"global::StaticNet.INetwork<{_inputs[0].Type}>" : "global::StaticNet.INetwork";

    public string Trainer => HasOneInputAndOutput && _elements.Length > 0
        ? string.Join(", ", _elements.Select(element => $"global::StaticNet.ITrainer<{_inputs[0].Type}, {Type(element)}>"))
        : "global::StaticNet.ITrainer";

    /// <summary>The same parameters, of data that stay.</summary>
    public static string InMemory(string spans) => spans.Replace("ReadOnlySpan", "ReadOnlyMemory");

    private static IEnumerable<string> Combinations(string[] names, ImmutableArray<ImmutableArray<Element>> targets)
    {
        IEnumerable<ImmutableArray<(string, string)>> all = [[]];
        for (int i = 0; i < names.Length; i++)
        {
            (string Name, string Type)[] choices = [.. targets[i].Select(element => (names[i], Type(element)))];
            all = [.. all.SelectMany(before => choices.Select(choice => before.Add(choice)))];
        }

        return all.Select(spans => Spans(spans));
    }

    private static string Type(Element element) => element == Element.Int32 ? "int" : "float";

    private static string Spans(IEnumerable<(string Name, string Type)> spans) =>
        string.Join(", ", spans.Select(span => $"global::System.ReadOnlySpan<{span.Type}> {span.Name}"));

    private string Parameter(string name) => Names.Unique(Names.Parameter(name), _taken);
}
