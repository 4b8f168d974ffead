using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Passes;

/// <summary>The passes, in order, run again until nothing changes.</summary>
internal static class PassList
{
    // Each round lets a value meet what the round before brought next to it; networks of any depth settle within a few.
    private const int MaxRounds = 12;

    /// <summary>What brings a graph into the form that steps are made of; the other passes only make it cheaper.</summary>
    public static readonly ImmutableArray<(string Name, Pass Run)> Required =
    [
        (nameof(DropStops), DropStops.Run),
        (nameof(RemoveDead), RemoveDead.Run),
        (nameof(HoistSums), HoistSums.Run),
        (nameof(RemoveUnits), RemoveUnits.Run),
        (nameof(SplitSums), SplitSums.Run),
        (nameof(ChannelsLast), ChannelsLast.Run),
        (nameof(SplitGroups), SplitGroups.Run),
        (nameof(DataAsForward), DataAsForward.Run),
        (nameof(PadWindows), PadWindows.Run),
    ];

    public static readonly ImmutableArray<(string Name, Pass Run)> All =
    [
        .. Required,
        (nameof(FoldPermutes), FoldPermutes.Run),
        (nameof(SinkPermutes), SinkPermutes.Run),
        (nameof(FoldReshapes), FoldReshapes.Run),
        (nameof(MergeMaps), MergeMaps.Run),
        (nameof(SimplifyMaps), SimplifyMaps.Run),
        (nameof(FactorSums), FactorSums.Run),
        (nameof(MergeEqual), MergeEqual.Run),
        (nameof(DistributeSums), DistributeSums.Run),
        (nameof(RecomputeMaps), RecomputeMaps.Run),
        (nameof(TransposeOnce), TransposeOnce.Run),
    ];

    /// <summary>The graph after <see cref="All"/> passes or the <see cref="Required"/> ones.</summary>
    public static Graph Run(Graph graph, bool simplify, CancellationToken cancel)
    {
        for (int round = 0; round < MaxRounds; round++)
        {
            Graph before = graph;
            foreach (var (name, run) in simplify ? All : Required)
            {
                cancel.ThrowIfCancellationRequested();
                graph = Checked(name, Bodies.Run(run, graph));
            }

            // A pass that changes nothing returns the graph that it was given.
            if (graph == before)
                break;
        }

        graph = Checked(nameof(CopySharedCuts), CopySharedCuts.Run(graph));
        return simplify ? Checked(nameof(FoldChannels), FoldChannels.Run(graph)) : graph;
    }

    private static Graph Checked(string pass, Graph graph)
    {
#if DEBUG
        try
        {
            return Verifier.Check(graph);
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidOperationException($"after {pass}: {error.Message}", error);
        }
#else
        _ = pass;
        return graph;
#endif
    }
}
