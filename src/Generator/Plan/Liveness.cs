using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>The steps from which to which a stored value is needed, both included.</summary>
/// <param name="First">The step that writes it; 0 for what the caller writes.</param>
/// <param name="Last">The step after which its place is free.</param>
/// <param name="Kept">True if it is needed when the last step has run, so that this step may not write in its place.</param>
internal readonly record struct Life(int First, int Last, bool Kept);

/// <summary>From which step to which each value is needed, by steps and by those who call them.</summary>
internal static class Liveness
{
    public static IReadOnlyDictionary<Value, Life> Of(Graph graph, ImmutableArray<PlannedStep> steps)
    {
        var lives = new Dictionary<Value, Life>();

        // The caller writes before the first step.
        foreach (Node node in graph.Nodes.Where(n => n.Op is Input))
            lives.Add(node.Results[0], default);
        for (int i = 0; i < steps.Length; i++)
        {
            foreach (Value value in steps[i].Step.Reads.Concat(steps[i].Step.Writes))
                lives[value] = lives.TryGetValue(value, out Life life) ? life with { Last = i } : new(i, i, false);
        }

        HashSet<Value> read = [.. steps.SelectMany(s => s.Step.Reads)];
        bool infers = !graph.Results.Any(r => r.Kind == ResultKind.Loss) && graph.Results.Any(r => r.Kind == ResultKind.Prediction);
        int forward = LastOf(Phase.Forward), head = LastOf(Phase.Head), end = Math.Max(0, steps.Length - 1);

        // What nothing reads is written all the same: targets and weights of samples after the forward pass.
        foreach (Node node in graph.Nodes.Where(n => !infers && n.Op is Input && !read.Contains(n.Results[0])))
            lives[node.Results[0]] = new(0, head, false);
        foreach (GraphResult result in graph.Results)
        {
            Value value = result.Value.Root();
            Life life = lives.TryGetValue(value, out Life known) ? known : default;
            int last = EndOf(result.Kind);
            if (last >= life.Last)
                lives[value] = new(life.First, last, true);
        }

        return lives;

        int EndOf(ResultKind kind) => kind switch
        {
            // In inference the output is copied out before the link, or read by it alone.
            ResultKind.Output when infers => forward,

            // The loss is returned before the backward pass; there the caller may give the output's gradient. Next states are committed after
            // it, when the gradients have been found fit for a step.
            ResultKind.Loss or ResultKind.OutputGradient => head,
            _ => end,
        };

        int LastOf(Phase phase) => Math.Max(0, steps.Count(s => s.Step.Phase <= phase) - 1);
    }
}
