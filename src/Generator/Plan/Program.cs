using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>A graph made ready to emit: its steps in order, how its values lie, and its arena.</summary>
internal sealed record Program(
    Graph Graph, ImmutableArray<PlannedStep> Steps, IReadOnlyDictionary<Value, Storage> Storages, Arena Arena)
{
    /// <summary>The stored value behind a result; null if the program has no such result.</summary>
    public Value? Result(ResultKind kind, string? name = null) =>
        Graph.Results.FirstOrDefault(r => r.Kind == kind && (name is null || r.Name == name))?.Value.Root();

    public IEnumerable<PlannedStep> In(Phase phase) => Steps.Where(s => s.Step.Phase == phase);
}
