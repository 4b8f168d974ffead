using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Passes;

/// <summary>The passes, in order, run again until nothing changes.</summary>
internal static class PassList
{
    // Each round lets a value meet what the round before brought next to it; networks of any depth settle within a few.
    private const int MaxRounds = 12;

    public static readonly ImmutableArray<(string Name, Pass Run)> All =
    [
        (nameof(DropStops), DropStops.Run),
        (nameof(RemoveUnits), RemoveUnits.Run),
        (nameof(SplitSums), SplitSums.Run),
        (nameof(FoldReshapes), FoldReshapes.Run),
        (nameof(MergeMaps), MergeMaps.Run),
        (nameof(SimplifyMaps), SimplifyMaps.Run),
        (nameof(FactorSums), FactorSums.Run),
        (nameof(MergeEqual), MergeEqual.Run),
        (nameof(DistributeSums), DistributeSums.Run),
        (nameof(RecomputeMaps), RecomputeMaps.Run),
    ];

    /// <summary>What brings a graph into the form that steps are made of; the other passes only make it cheaper.</summary>
    public static readonly ImmutableArray<(string Name, Pass Run)> Required =
    [
        (nameof(DropStops), DropStops.Run),
        (nameof(RemoveUnits), RemoveUnits.Run),
        (nameof(SplitSums), SplitSums.Run),
    ];

    /// <summary>The graph after <see cref="All"/> passes or the <see cref="Required"/> ones; <paramref name="check"/> sees it after each.</summary>
    public static Graph Run(Graph graph, bool simplify, CancellationToken cancel, Action<string, Graph>? check = null)
    {
        string before = graph.ToString();
        for (int round = 0; round < MaxRounds; round++)
        {
            foreach (var (name, run) in simplify ? All : Required)
            {
                cancel.ThrowIfCancellationRequested();
                graph = run(graph);
                check?.Invoke(name, graph);
            }

            string after = graph.ToString();
            if (after == before)
                break;
            before = after;
        }

        return graph;
    }
}
