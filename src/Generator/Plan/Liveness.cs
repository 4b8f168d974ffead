using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>From which step to which a stored value is needed.</summary>
internal static class Liveness
{
    public static (int First, int Last) Of(Value value, Graph graph, ImmutableArray<PlannedStep> steps)
    {
        int[] writers = [.. Indexes(s => s.Writes.Contains(value))];
        int[] readers = [.. Indexes(s => s.Reads.Contains(value))];
        int first = writers.Length > 0 ? writers[0] : 0;
        int last = Math.Max(first, readers.Length > 0 ? readers[readers.Length - 1] : 0);
        foreach (GraphResult result in graph.Results.Where(r => r.Value.Root() == value))
            last = Math.Max(last, End(result.Kind));

        // What the caller may write before the backward pass must not lie where the loss keeps something.
        return value.Op is Input ? (0, last) : (first, last);

        IEnumerable<int> Indexes(Func<Step, bool> uses) => Enumerable.Range(0, steps.Length).Where(i => uses(steps[i].Step));

        int End(ResultKind kind) => kind switch
        {
            // Committed, or returned, when the loss is known and before the backward pass.
            ResultKind.NextState or ResultKind.Loss => LastOf(Phase.Head),
            ResultKind.OutputGradient => LastOf(Phase.Head),
            _ => steps.Length - 1,
        };

        int LastOf(Phase phase) => Math.Max(0, Enumerable.Range(0, steps.Length).LastOrDefault(i => steps[i].Step.Phase <= phase));
    }
}
