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
    public Storage Lying(ResultKind kind, string name)
    {
        Value result = Graph.Results.First(r => r.Kind == kind && r.Name == name).Value;
        return Storages[result.Root()].As(Matrix.Of(result.Shape));
    }

    /// <summary>What the caller gives under a name.</summary>
    public Value Given(string name) => Graph.Nodes.Single(node => node.Op is Input input && input.Name == name).Results[0];

    /// <summary>The values that the caller gives, with the names of the parameters that they come in.</summary>
    public IEnumerable<(string Name, Value Value)> Inputs =>
        Graph.Nodes.Where(n => n.Op is Input).Select(n => (Storages[n.Results[0]].Given!, n.Results[0]));

    /// <summary>Those of them that a step reads in vectors, so that they are copied to padded rows first.</summary>
    public IEnumerable<(string Name, Value Value)> Staged => Inputs.Where(input => Storages[input.Value].Region == Region.Arena);

    /// <summary>The gradients at which the backward phase begins, by their outputs.</summary>
    public IEnumerable<(string Output, Value Value)> OutputGradients =>
        Graph.Results.Where(r => r.Kind == ResultKind.OutputGradient).Select(r => (r.Name, r.Value.Root()));

    /// <summary>
    /// What the caller gives, by the names of the leaves, and a phase is the first to read; of the backward phase also the gradients at which it
    /// begins, which the caller may give.
    /// </summary>
    public IEnumerable<(string Name, Value Value)> GivenTo(Phase phase) =>
        from value in Steps.SelectMany(s => s.Step.Reads).Distinct()
        let gradient = OutputGradients.Where(g => g.Value == value).Select(g => $"{g.Output}_gradient").FirstOrDefault()
        where value.Op is Input || gradient is not null
        where Steps.First(s => s.Step.Reads.Contains(value)).Step.Phase == phase
        select ((value.Op as Input)?.Name ?? gradient, value);

    /// <summary>The numbers known to the compiler that steps read.</summary>
    public IEnumerable<(Value Value, IReadOnlyList<double> Numbers)> Constants =>
        from value in Steps.SelectMany(s => s.Step.Reads).Distinct()
        where value.Op is Constant
        select (value, (IReadOnlyList<double>)((Constant)value.Op).Numbers);

    public IEnumerable<PlannedStep> In(Phase phase) => Steps.Where(s => s.Step.Phase == phase);
}
