using System.Diagnostics;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>Checks, in debug builds, that steps can run in the order they stand in and that no two write one value.</summary>
internal static class StepVerifier
{
    [Conditional("DEBUG")]
    public static void Check(Graph graph, IEnumerable<Step> steps)
    {
        var written = new HashSet<Value>();
        Phase phase = Phase.Forward;
        foreach (Step step in steps)
        {
            if (step.Phase < phase)
                throw new InvalidOperationException($"{step.Name} is of phase {step.Phase} but stands behind one of {phase}");
            phase = step.Phase;
            if (step.Reads.FirstOrDefault(v => !Aliases.IsSource(v.Op) && !written.Contains(v)) is { } early)
                throw new InvalidOperationException($"{step.Name} reads {early} before it is written");
            if (step.Writes.FirstOrDefault(v => !written.Add(v)) is { } twice)
                throw new InvalidOperationException($"{step.Name} writes {twice} a second time");
        }

        if (graph.Results.FirstOrDefault(r => !Aliases.IsSource(r.Value.Root().Op) && !written.Contains(r.Value.Root())) is { } missing)
            throw new InvalidOperationException($"no step writes {missing.Kind} {missing.Name}");
    }
}
