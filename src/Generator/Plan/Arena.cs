using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>The arena of one program: an offset for every stored value and every step's scratch.</summary>
internal sealed record Arena(
    IReadOnlyDictionary<Value, int> Offsets,
    IReadOnlyDictionary<Step, ImmutableArray<int>> Scratch,
    int Floats)
{
    /// <summary>Plans the arena for <paramref name="maxBatch"/> samples.</summary>
    public static Arena Plan(
        Graph graph, ImmutableArray<PlannedStep> steps, IReadOnlyDictionary<Value, Storage> storages, int maxBatch)
    {
        List<Value> values = [.. storages.Where(p => p.Value.Region == Region.Arena).Select(p => p.Key)];
        Dictionary<Value, (int First, int Last)> lives = values.ToDictionary(v => v, v => Liveness.Of(v, graph, steps));
        Dictionary<Value, Value> slots = Overwrites(steps, storages, lives);

        var lifetimes = new List<Lifetime>();
        var indexes = new Dictionary<Value, int>();
        foreach (IGrouping<Value, Value> slot in values.GroupBy(v => Slot(v, slots)))
        {
            foreach (Value value in slot)
                indexes.Add(value, lifetimes.Count);
            lifetimes.Add(new(storages[slot.Key].Floats(maxBatch), slot.Min(v => lives[v].First), slot.Max(v => lives[v].Last)));
        }

        var scratch = new List<(Step Step, int Index)>();
        for (int i = 0; i < steps.Length; i++)
        {
            foreach (Matrix matrix in steps[i].Kernel.Scratch(steps[i].Step))
            {
                scratch.Add((steps[i].Step, lifetimes.Count));
                lifetimes.Add(new(checked(matrix.Rows.At(maxBatch) * Limits.Pad(matrix.Columns)), i, i));
            }
        }

        MemoryPlan plan = MemoryPlanner.Place(lifetimes);
        return new(
            indexes.ToDictionary(p => p.Key, p => plan.Offsets[p.Value]),
            scratch.GroupBy(s => s.Step).ToDictionary(g => g.Key, g => g.Select(s => plan.Offsets[s.Index]).ToImmutableArray()),
            plan.Floats);
    }

    // A value that dies where one of the same layout is born gives it its place, if the kernel allows.
    private static Dictionary<Value, Value> Overwrites(
        ImmutableArray<PlannedStep> steps, IReadOnlyDictionary<Value, Storage> storages, IReadOnlyDictionary<Value, (int First, int Last)> lives)
    {
        var slots = new Dictionary<Value, Value>();
        for (int i = 0; i < steps.Length; i++)
        {
            var (step, kernel) = (steps[i].Step, steps[i].Kernel);
            var given = new HashSet<Value>();
            foreach (Value written in step.Writes.Where(lives.ContainsKey))
            {
                Value? dying = step.Reads.FirstOrDefault(read =>
                    lives.TryGetValue(read, out var life) && life.Last == i && !given.Contains(read) && read.Op is not Input
                    && Same(storages[read], storages[written]) && kernel.MayOverwrite(step, read, written));
                if (dying is null)
                    continue;
                given.Add(dying);
                slots.Add(written, dying);
            }
        }

        return slots;
    }

    private static bool Same(Storage a, Storage b) => (a.Rows, a.Columns, a.Pitch) == (b.Rows, b.Columns, b.Pitch);

    private static Value Slot(Value value, IReadOnlyDictionary<Value, Value> slots) =>
        slots.TryGetValue(value, out Value? earlier) ? Slot(earlier, slots) : value;
}
