using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>A scan made ready to emit: its body as a program, through the stages of any other, whose arena lies in the scan's scratch.</summary>
/// <param name="Node">The scan.</param>
/// <param name="Body">Its body.</param>
/// <param name="Threads">The most threads that run it.</param>
internal sealed record ScanProgram(Node Node, Program Body, int Threads)
{
    public Scan Scan => (Scan)Node.Op;

    /// <summary>Whether the body stores anything of its own.</summary>
    public bool HasArena => Body.Arena.Floats > 0;

    public static ScanProgram Of(Step step, int maxBatch, int threads)
    {
        Node node = step.Nodes[0];
        Graph body = ScanBody.Of(node);
        ImmutableArray<PlannedStep> planned = Scheduler.Order(KernelSelector.Choose(Grouping.Fuse(body, step.Phase), maxBatch, threads));
        StepVerifier.Check(body, planned.Select(s => s.Step));
        var storages = ScanLayouts.Assign(body, planned);
        OrderVerifier.Check(planned.Select(s => s.Step), storages);
        return new(node, new(body, planned, storages, Arena.Plan(body, planned, storages, maxBatch, threads)), threads);
    }

    /// <summary>The body's leaf of an operand; null where the body does not read it.</summary>
    public Value? Leaf(int operand) => Body.Graph.Nodes.FirstOrDefault(n => n.Op is Argument argument && argument.Index == operand)?.Results[0];

    /// <summary>The value that becomes a result of the scan.</summary>
    public Value Made(int result) => Body.Graph.Results[result].Value.Root();

    /// <summary>The stack that a carry is kept in as well, by its place among the results; null for a carry with places of its own.</summary>
    public int? StackOf(int carry)
    {
        int place = Body.Graph.Results.ToList().FindIndex(Scan.Carries, r => r.Value.Root() == Made(carry));
        return place < 0 ? null : place;
    }
}
