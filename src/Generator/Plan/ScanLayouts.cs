using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>
/// Decides how the values of a body lie. What it is given and what it returns lies as the scan's operands and results do: in padded rows, weights
/// in their order.
/// </summary>
internal static class ScanLayouts
{
    public static IReadOnlyDictionary<Value, Storage> Assign(Graph body, ImmutableArray<PlannedStep> steps)
    {
        var storages = new Dictionary<Value, Storage>();
        ILookup<Value, PlannedStep> readers = steps.SelectMany(s => s.Step.Reads.Select(v => (v, s))).ToLookup(p => p.v, p => p.s);
        foreach (Node node in body.Nodes.Where(n => Aliases.IsSource(n.Op)))
        {
            if (node.Op is not Argument)
                throw new NotSupportedException($"{node.Op.Text} in the body of a scan");
            ImmutableArray<int> order = OrderOf(node.Results[0]);
            Add(node.Results[0], Region.Argument, order.IsEmpty ? "y" : "weight", unpadded: false);
        }

        HashSet<Value> results = [.. body.Results.Select(r => r.Value.Root())];
        foreach (var (value, maker) in steps.SelectMany(s => s.Step.Writes.Select(v => (v, s))))
        {
            bool isResult = results.Contains(value);
            bool unpadded = !isResult && maker.Kernel.WritesUnpadded(maker.Step, value) && readers[value].All(s => s.Kernel.ReadsUnpadded(s.Step, value));
            Add(value, isResult ? Region.Result : Region.Arena, maker.Step.Phase == Phase.Backward ? "dy" : "y", unpadded);
        }

        return storages;

        void Add(Value value, Region region, string role, bool unpadded) =>
            storages.Add(value, Layouts.Lying(value.Shape, OrderOf(value), $"value{storages.Count}", region, unpadded) with { Role = role });

        ImmutableArray<int> OrderOf(Value value) => WeightOrders.Of(value, readers[value].SelectMany(s => s.Step.Nodes));
    }
}
