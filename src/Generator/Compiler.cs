using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Emit;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Kernels;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Passes;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator;

/// <summary>The stages, in order. Everything here is a pure function of the declaration.</summary>
internal static class Compiler
{
    /// <summary>The generated file; for a network with errors, its public surface with bodies that throw their text.</summary>
    public static GeneratedFile Emit(NetworkDeclaration network, CancellationToken cancel)
    {
        (CompiledNetwork? compiled, ImmutableArray<NetworkError> errors) = Compile(network, cancel);
        string text = compiled is not null ? NetworkEmitter.Emit(compiled) : BrokenNetworkEmitter.Emit(network, errors, TargetElements.Of(network));
        return new(network.HintName, text);
    }

    /// <summary>Every error and warning of a network.</summary>
    public static ImmutableArray<NetworkError> Check(NetworkDeclaration network, CancellationToken cancel) => Compile(network, cancel).Errors;

    private static (CompiledNetwork? Network, ImmutableArray<NetworkError> Errors) Compile(NetworkDeclaration network, CancellationToken cancel)
    {
        if (network.IsBroken)
            return (null, [.. network.Errors]);
        try
        {
            CompiledNetwork compiled = Stages(network, cancel);
            ImmutableArray<NetworkError> over = [.. Costs.OverBudget(compiled)];
            return (over.IsEmpty ? compiled : null, [.. network.Errors, .. compiled.Graphs.Warnings, .. over]);
        }
        catch (LoweringError error)
        {
            return (null, [.. network.Errors, error.Error]);
        }
        catch (SizeError error)
        {
            return (null, [.. network.Errors, TooLarge(network, error.Message)]);
        }
        catch (OverflowException)
        {
            return (null, [.. network.Errors, TooLarge(network, $"its scratch memory for MaxBatch = {network.MaxBatch} takes more than {int.MaxValue} floats")]);
        }
    }

    private static NetworkError TooLarge(NetworkDeclaration network, string how) =>
        new(Descriptors.TooLarge, network.Site, $"'{network.Name}'", how, "lower MaxBatch or the layers' sizes");

    private static CompiledNetwork Stages(NetworkDeclaration network, CancellationToken cancel)
    {
        NetworkGraphs graphs = NetworkBuilder.Build(network, cancel);                // layers → primitive ops; shapes are checked here
        int threads = Team.Of(network, graphs);
        ImmutableArray<ParameterDeclaration> parameters = [.. graphs.Parameters.OrderBy(p => p.Kind == ParameterKind.State).ThenBy(p => !p.IsTrained)];
        Graph[] readers = [.. new[] { graphs.Predict, graphs.Train, graphs.Stream }.OfType<Graph>()];
        var orders = WeightOrders.Of(readers);                                       // how each parameter lies, from those who read it
        return new(
            network,
            graphs,
            parameters,
            ParameterPlan.Of(parameters.Select(p => (p.Name, p.Shape, p.IsTrained)), orders),
            threads,
            Prepare(graphs.Predict, network, orders, stageInputs: threads > 1, cancel, threads),  // the caller's own memory cannot cross to other threads
            Prepare(graphs.Train, network, orders, stageInputs: true, cancel, threads),
            graphs.Evaluate is { } evaluate ? Prepare(evaluate, network, orders, stageInputs: true, cancel, threads) : null,
            graphs.Stream is { } stream ? Prepare(stream, network with { MaxBatch = 1 }, orders, stageInputs: true, cancel) : null);
    }

    private static Program Prepare(
        Graph graph, NetworkDeclaration network, IReadOnlyDictionary<string, ImmutableArray<int>> orders, bool stageInputs, CancellationToken cancel,
        int threads = 1)
    {
        graph = PassList.Run(graph, network.Options.Passes, cancel);                 // x·1 → x, map∘map → map, …
        ImmutableArray<Step> steps = Grouping.Fuse(graph);                           // matmul + its maps → one step; row maps + row reductions → one step
        StepVerifier.Check(graph, steps);
        ImmutableArray<PlannedStep> planned = KernelSelector.Choose(steps, network.MaxBatch, threads);   // the first kernel that matches; it may ask for scratch memory
        planned = Scheduler.Order(planned);                                          // the order that keeps the least memory alive
        StepVerifier.Check(graph, planned.Select(s => s.Step));
        cancel.ThrowIfCancellationRequested();
        var storages = Layouts.Assign(graph, planned, orders, stageInputs, ProgramEmitter.Taken);   // how each parameter and stored value lies
        OrderVerifier.Check(planned.Select(s => s.Step), storages);
        Arena arena = Arena.Plan(graph, planned, storages, network.MaxBatch, threads);   // first and last use → offsets in one array
        return new(graph, planned, storages, arena);
    }
}
