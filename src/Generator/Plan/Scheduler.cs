using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>Orders steps so that little is alive at once: of those that can run, the one that frees the most beyond what it allocates.</summary>
internal static class Scheduler
{
    public static ImmutableArray<PlannedStep> Order(ImmutableArray<PlannedStep> steps)
    {
        var waiting = steps.ToList();
        var makers = steps.SelectMany(s => s.Step.Writes.Select(v => (v, s))).ToDictionary(p => p.v, p => p.s);
        var unread = steps.SelectMany(s => s.Step.Reads).GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());
        var done = new HashSet<PlannedStep>();
        var order = ImmutableArray.CreateBuilder<PlannedStep>(steps.Length);
        while (waiting.Count > 0)
        {
            Phase phase = waiting.Min(s => s.Step.Phase);
            PlannedStep next = waiting
                .Where(s => s.Step.Phase == phase && s.Step.Reads.All(v => !makers.TryGetValue(v, out PlannedStep? maker) || done.Contains(maker)))
                .OrderBy(s => Growth(s.Step, makers, unread))
                .First();
            foreach (Value value in next.Step.Reads)
                unread[value]--;
            waiting.Remove(next);
            done.Add(next);
            order.Add(next);
        }

        return order.ToImmutable();
    }

    // What the step allocates less what it is the last to read, for one sample.
    private static long Growth(Step step, IReadOnlyDictionary<Value, PlannedStep> makers, IReadOnlyDictionary<Value, int> unread) =>
        step.Writes.Where(unread.ContainsKey).Sum(v => (long)v.Shape.Count.At(1))
        - step.Reads.Where(v => makers.ContainsKey(v) && unread[v] == 1).Sum(v => (long)v.Shape.Count.At(1));
}
