using StaticNet.Generator.Emit;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Kernels;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Passes;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Reference;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Plan;

/// <summary>Graphs on their way to a plan, and steps as text.</summary>
internal static class Planned
{
    /// <summary>The graphs of a network of these layers, after the passes.</summary>
    public static (Graph Predict, Graph Train) Network(string layers, bool simplify = true)
    {
        NetworkGraphs graphs = Graphs(layers);
        return (Passed(graphs.Predict), Passed(graphs.Train));

        Graph Passed(Graph graph) => PassList.Run(graph, simplify, CancellationToken.None);
    }

    /// <summary>The graphs of a network of these layers, as lowered.</summary>
    public static NetworkGraphs Graphs(string layers, string option = "InputGradient = true")
    {
        string source = $"[Network(MaxBatch = 8, {option}), {layers}] public partial class Net;";
        return NetworkBuilder.Build(UserProject.Of(source).Read("Net"), CancellationToken.None);
    }

    /// <summary>
    /// The steps of a graph in text, a line each: phase, name, sweep, nodes, what it reads and what it writes;
    /// <c>forward Dense1Relu1 %3 %4 ← %0 %1 %2 → %4</c>.
    /// </summary>
    public static string Steps(Graph graph) => string.Join("\n", Grouping.Fuse(graph).Select(step => string.Join(" ", new[]
    {
        step.Phase.ToString().ToLowerInvariant(),
        step.Name,
        step is SheetStep { Sheet.Sweep: not Sweep.None } sheet ? sheet.Sheet.Sweep.ToString().ToLowerInvariant() : "",
        string.Join(" ", step.Nodes.Select(n => $"%{n.Id}")),
        "←",
        string.Join(" ", step.Reads),
        "→",
        string.Join(" ", step.Writes),
    }.Where(part => part.Length > 0))));

    public static void Steps(string ir, string expected)
    {
        Graph graph = IrParser.Parse(ir);
        StepVerifier.Check(graph, Grouping.Fuse(graph));
        Assert.Equal(expected.ReplaceLineEndings("\n"), Steps(graph));
    }

    /// <summary>The plan of a graph in IR text for a batch of 8.</summary>
    public static Program Program(string ir, bool stageInputs = true) => Program(IrParser.Parse(ir), stageInputs);

    public static Program Program(Graph graph, bool stageInputs = true, int maxBatch = 8)
    {
        ImmutableArray<PlannedStep> steps = Scheduler.Order(KernelSelector.Choose(Grouping.Fuse(graph), maxBatch));
        StepVerifier.Check(graph, steps.Select(s => s.Step));
        var storages = Layouts.Assign(graph, steps, WeightOrders.Of(graph), stageInputs, ProgramEmitter.Taken);
        OrderVerifier.Check(steps.Select(s => s.Step), storages);
        return new(graph, steps, storages, Arena.Plan(graph, steps, storages, maxBatch));
    }

    /// <summary>The value of a node by its number.</summary>
    public static Value At(this Program program, int id) => program.Graph.Nodes[id].Results[0];

    public static Step Step(this Program program, string name) => program.Steps.Single(s => s.Step.Name == name).Step;
}
