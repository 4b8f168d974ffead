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
        long total = 0;

        // By offset.
        var placed = new List<Stretch>(lifetimes.Count);
        foreach (int index in Enumerable.Range(0, lifetimes.Count).OrderByDescending(i => lifetimes[i].Floats).ThenBy(i => lifetimes[i].First))
        {
            Lifetime life = lifetimes[index];
            long offset = 0;
            foreach (Stretch other in placed)
            {
                if (!other.Meets(life))
                    continue;
                if (offset + life.Floats <= other.Offset)
                    break;
                offset = Math.Max(offset, other.End);
            }

            ArraySize.Require(offset + life.Floats, "an arena takes at least");
            offsets[index] = (int)offset;
            var stretch = new Stretch(offset, offset + life.Floats, life.First, life.Last);
            total = Math.Max(total, stretch.End);
            int place = placed.FindLastIndex(s => s.Offset <= offset) + 1;
            placed.Insert(place, stretch);
        }

        return new([.. offsets], (int)total);
    }

    private readonly record struct Stretch(long Offset, long End, int First, int Last)
    {
        public bool Meets(Lifetime life) => First <= life.Last && life.First <= Last;
    }
}
