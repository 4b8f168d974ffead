using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>A graph made ready to emit: its steps in order, how its values lie, and its arena.</summary>
internal sealed record Program(
    Graph Graph, ImmutableArray<PlannedStep> Steps, IReadOnlyDictionary<Value, Storage> Storages, Arena Arena)
{
    /// <summary>The stored value behind a result; null if the program has no such result.</summary>
    public Value? Result(ResultKind kind, string? name = null) =>
        Graph.Results.FirstOrDefault(r => r.Kind == kind && (name is null || r.Name == name))?.Value.Root();

    /// <summary>How a result lies, in rows as its shape has them.</summary>
    public Storage Lying(ResultKind kind)
    {
        Value result = Graph.Results.First(r => r.Kind == kind).Value;
        return Storages[result.Root()].As(Matrix.Of(result.Shape));
    }

    /// <summary>What the caller gives under a name.</summary>
    public Value Given(string name) => Graph.Nodes.Single(node => node.Op is Input input && input.Name == name).Results[0];

    /// <summary>What the caller gives, by the names of the leaves, and a phase is the first to read.</summary>
    public IEnumerable<(string Name, Value Value)> GivenTo(Phase phase) =>
        from value in Steps.SelectMany(s => s.Step.Reads).Distinct()
        where value.Op is Input && Steps.First(s => s.Step.Reads.Contains(value)).Step.Phase == phase
        select (((Input)value.Op).Name, value);

    /// <summary>What the caller gives and a step reads in vectors, so that it is copied to padded rows first.</summary>
    public IEnumerable<Value> Staged => Storages.Where(pair => pair.Key.Op is Input && pair.Value.Region == Region.Arena).Select(pair => pair.Key);

    /// <summary>The numbers known to the compiler that steps read.</summary>
    public IEnumerable<(Value Value, IReadOnlyList<double> Numbers)> Constants =>
        from value in Steps.SelectMany(s => s.Step.Reads).Distinct()
        where value.Op is Constant
        select (value, (IReadOnlyList<double>)((Constant)value.Op).Numbers);

    public IEnumerable<PlannedStep> In(Phase phase) => Steps.Where(s => s.Step.Phase == phase);
}
