using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>
/// Orders steps so that little is alive at once: phase by phase, of those that can run, the one that frees the most beyond what it allocates;
/// of several, the first in the order given.
/// </summary>
internal static class Scheduler
{
    public static ImmutableArray<PlannedStep> Order(ImmutableArray<PlannedStep> steps)
    {
        var makers = new Dictionary<Value, int>();
        for (int i = 0; i < steps.Length; i++)
        {
            foreach (Value value in steps[i].Step.Writes)
                makers.Add(value, i);
        }

        int[] missing = [.. steps.Select(s => s.Step.Reads.Count(makers.ContainsKey))];
        ILookup<Value, int> readers = steps.SelectMany((s, i) => s.Step.Reads.Select(v => (v, i))).ToLookup(p => p.v, p => p.i);
        Dictionary<Value, int> unread = readers.ToDictionary(g => g.Key, g => g.Count());
        var ready = new SortedSet<(Phase Phase, long Growth, int Index)>();
        long[] growth = new long[steps.Length];
        var order = ImmutableArray.CreateBuilder<PlannedStep>(steps.Length);
        for (int i = 0; i < steps.Length; i++)
        {
            if (missing[i] == 0)
                Enter(i);
        }

        while (ready.Count > 0)
        {
            var (_, _, next) = ready.Min;
            ready.Remove(ready.Min);
            missing[next] = -1;
            order.Add(steps[next]);
            foreach (Value value in steps[next].Step.Reads)
            {
                // The last one to read it will free it.
                if (--unread[value] == 1 && readers[value].First(i => missing[i] >= 0) is var last && missing[last] == 0)
                    Enter(last);
            }

            foreach (int reader in steps[next].Step.Writes.SelectMany(v => readers[v]))
            {
                if (--missing[reader] == 0)
                    Enter(reader);
            }
        }

        return order.MoveToImmutable();

        void Enter(int i)
        {
            ready.Remove((steps[i].Step.Phase, growth[i], i));
            growth[i] = Growth(steps[i].Step, makers, unread);
            ready.Add((steps[i].Step.Phase, growth[i], i));
        }
    }

    // What the step allocates less what it is the last to read, for one sample.
    private static long Growth(Step step, IReadOnlyDictionary<Value, int> makers, IReadOnlyDictionary<Value, int> unread) =>
        step.Writes.Where(unread.ContainsKey).Sum(v => (long)v.Shape.Count.At(1))
        - step.Reads.Where(v => makers.ContainsKey(v) && unread[v] == 1).Sum(v => (long)v.Shape.Count.At(1));
}
