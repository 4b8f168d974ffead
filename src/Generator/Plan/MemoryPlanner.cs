namespace StaticNet.Generator.Plan;

/// <summary>A stretch of an arena that is in use from one step to another, both included.</summary>
internal sealed record Lifetime(int Floats, int First, int Last);

/// <summary>Where each lifetime lies, and how long the arena is.</summary>
internal sealed record MemoryPlan(ImmutableArray<int> Offsets, int Floats);

/// <summary>Places lifetimes in one array, so that no two that are in use at the same time overlap.</summary>
internal static class MemoryPlanner
{
    /// <summary>Largest first, each at the lowest offset that is free for all of its life: within a few percent of the optimum in practice.</summary>
    public static MemoryPlan Place(IReadOnlyList<Lifetime> lifetimes)
    {
        int[] offsets = new int[lifetimes.Count];
        var placed = new List<int>();
        long total = 0;
        foreach (int next in Enumerable.Range(0, lifetimes.Count).OrderByDescending(i => lifetimes[i].Floats).ThenBy(i => lifetimes[i].First))
        {
            Lifetime life = lifetimes[next];
            long offset = 0;
            foreach (int other in placed.Where(o => Meet(lifetimes[o], life)).OrderBy(o => offsets[o]))
            {
                if (offset + life.Floats <= offsets[other])
                    break;
                offset = Math.Max(offset, (long)offsets[other] + lifetimes[other].Floats);
            }

            offsets[next] = checked((int)offset);
            total = Math.Max(total, offset + life.Floats);
            placed.Add(next);
        }

        return new([.. offsets], checked((int)total));
    }

    private static bool Meet(Lifetime a, Lifetime b) => a.First <= b.Last && b.First <= a.Last;
}
