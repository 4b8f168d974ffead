using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Emit;

/// <summary>
/// Which steps of the backward pass run only while one of some layers is trained, or the gradient by the input is wanted: those that work for nothing but
/// the gradients of switchable layers and of the input, which stands behind them.
/// </summary>
internal sealed class Switches
{
    // In the place of a layer for what is needed whatever is frozen.
    private const int Whatever = -1;

    private readonly Program _program;
    private readonly Dictionary<string, string> _layers;
    private readonly Dictionary<Value, SortedSet<int>> _needs = [];

    public Switches(CompiledNetwork network)
    {
        Layers = LayersOf(network);
        _program = network.Train;
        _layers = network.Parameters.ToDictionary(p => p.Name, p => p.Layer);
        foreach (GraphResult result in _program.Graph.Results)
        {
            Need(result.Value.Root(), result.Kind switch
            {
                ResultKind.Gradient => [IndexOf(result.Name)],
                ResultKind.InputGradient => [Layers.Length],
                _ => [Whatever],
            });
        }

        foreach (Step step in _program.In(Phase.Backward).Select(planned => planned.Step).Reverse())
        {
            foreach (Value read in step.Reads)
                Need(read, Of(step));
        }
    }

    /// <summary>The names of the switchable layers, in storage order.</summary>
    public ImmutableArray<string> Layers { get; }

    /// <summary>The names of a network's switchable layers, in storage order.</summary>
    public static ImmutableArray<string> LayersOf(CompiledNetwork network) =>
        [.. network.Parameters.Where(p => p.IsTrained && p.Trainable == Trainable.Switchable).Select(p => p.Layer).Distinct()];

    /// <summary>Whether a network has any.</summary>
    public static bool Has(CompiledNetwork network) => network.Declaration.InputGradient || !LayersOf(network).IsEmpty;

    /// <summary>The condition under which a step runs; "" for one that always does.</summary>
    public string Guard(Step step) => Condition(Of(step));

    /// <summary>The condition under which there is the gradient of a parameter.</summary>
    public string Guard(string parameter) => Condition([IndexOf(parameter)]);

    private SortedSet<int> Of(Step step) => [.. step.Writes.SelectMany(written => _needs.TryGetValue(written, out SortedSet<int>? needs) ? needs : [])];

    private void Need(Value value, IEnumerable<int> layers)
    {
        if (!_needs.TryGetValue(value, out SortedSet<int>? needs))
            _needs.Add(value, needs = []);
        needs.UnionWith(layers);
    }

    private int IndexOf(string parameter) => Layers.IndexOf(_layers[parameter]);

    private static string Condition(SortedSet<int> layers) =>
        layers.Count == 0 || layers.Contains(Whatever) ? "" : string.Join(" || ", layers.Select(layer => $"!frozen[{layer}]"));
}
