using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>The arena of one program: an offset for every stored value and every step's scratch.</summary>
internal sealed record Arena(
    IReadOnlyDictionary<Value, int> Offsets,
    IReadOnlyDictionary<Step, ImmutableArray<int>> Scratch,
    int Floats)
{
    /// <summary>Plans the arena for <paramref name="maxBatch"/> samples and so many threads.</summary>
    public static Arena Plan(
        Graph graph, ImmutableArray<PlannedStep> steps, IReadOnlyDictionary<Value, Storage> storages, int maxBatch, int threads = 1)
    {
        List<Value> values = [.. storages.Where(p => p.Value.Region == Region.Arena).Select(p => p.Key)];
        IReadOnlyDictionary<Value, Life> lives = Liveness.Of(graph, steps);
        IReadOnlyDictionary<Value, Value> slots = Overwrites(steps, storages, lives);

        foreach (Storage storage in values.Select(v => storages[v]))
            ArraySize.Require(storage.Exact(maxBatch), $"for MaxBatch = {maxBatch} '{storage.Name}' takes");
        var lifetimes = new List<Lifetime>();
        var indexes = new Dictionary<Value, int>();
        foreach (IGrouping<Value, Value> slot in values.GroupBy(v => slots.TryGetValue(v, out Value? slot) ? slot : v))
        {
            foreach (Value value in slot)
                indexes.Add(value, lifetimes.Count);
            lifetimes.Add(new(storages[slot.Key].Floats(maxBatch), slot.Min(v => lives[v].First), slot.Max(v => lives[v].Last)));
        }

        var scratch = new List<(Step Step, int Index)>();
        for (int i = 0; i < steps.Length; i++)
        {
            foreach (int floats in ScratchOf(steps[i], maxBatch).Select((floats, index) => checked(floats * Pieces(steps[i], index, threads))))
            {
                scratch.Add((steps[i].Step, lifetimes.Count));
                lifetimes.Add(new(floats, i, i));
            }
        }

        MemoryPlan plan = MemoryPlanner.Place(lifetimes);
        return new(
            indexes.ToDictionary(p => p.Key, p => plan.Offsets[p.Value]),
            scratch.GroupBy(s => s.Step).ToDictionary(g => g.Key, g => g.Select(s => plan.Offsets[s.Index]).ToImmutableArray()),
            plan.Floats);
    }

    /// <summary>The floats of each piece of a step's working memory, of one thread.</summary>
    public static IEnumerable<int> ScratchOf(PlannedStep planned, int maxBatch) =>
        planned.Kernel.Scratch(planned.Step).Select(matrix => checked(matrix.Rows.At(maxBatch) * Limits.Pad(matrix.Columns)));

    /// <summary>How many threads have such a piece.</summary>
    public static int Pieces(PlannedStep planned, int index, int threads) =>
        planned.Kernel.Divides(planned.Step) == Division.None || planned.Kernel.SharesScratch(index) ? 1 : threads;

    // A value that dies where one of the same layout is born gives it its place, if the kernel allows. Each value written in another's place is
    // mapped to the first that had it.
    private static IReadOnlyDictionary<Value, Value> Overwrites(
        ImmutableArray<PlannedStep> steps, IReadOnlyDictionary<Value, Storage> storages, IReadOnlyDictionary<Value, Life> lives)
    {
        var slots = new Dictionary<Value, Value>();
        for (int i = 0; i < steps.Length; i++)
        {
            var (step, kernel) = (steps[i].Step, steps[i].Kernel);
            List<Value> dying = [.. step.Reads.Where(v => storages[v].Region == Region.Arena && lives[v] is { Kept: false } life && life.Last == i)];
            foreach (Value written in step.Writes.Where(v => storages[v].Region == Region.Arena))
            {
                Value? place = dying.Find(read => Same(storages[read], storages[written]) && kernel.MayOverwrite(step, read, written));
                if (place is null)
                    continue;
                dying.Remove(place);
                slots.Add(written, slots.TryGetValue(place, out Value? first) ? first : place);
            }
        }

        return slots;
    }

    private static bool Same(Storage a, Storage b) => (a.Rows, a.Columns, a.Pitch) == (b.Rows, b.Columns, b.Pitch);
}
