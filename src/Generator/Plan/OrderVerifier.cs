using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>
/// Checks that what lies in the order of a weight (<see cref="WeightOrders"/>) is read and written only by steps that go by it: others would find each
/// element in another's place.
/// </summary>
internal static class OrderVerifier
{
    /// <exception cref="InvalidOperationException">A step reads or writes such a value as rows of its shape.</exception>
    public static void Check(IEnumerable<Step> steps, IReadOnlyDictionary<Value, Storage> storages)
    {
        foreach (Step step in steps)
        {
            foreach (Value value in step.Reads.Concat(step.Writes).Distinct())
            {
                if (!Fits(step, value, storages[value].Order))
                    throw new InvalidOperationException($"{step.Name} takes {value}, which lies in the order {string.Join(",", storages[value].Order)}, for rows of its shape {value.Shape}");
            }

            // An element of one belongs to the element of the other at the same place.
            if (step is OpStep && WeightOrders.IsOfGradients(step.Nodes[0]))
            {
                Value sum = step.Writes[0];
                if (step.Reads.FirstOrDefault(v => v.Shape.Equals(sum.Shape) && !storages[v].Order.SequenceEqual(storages[sum].Order)) is { } other)
                    throw new InvalidOperationException($"{step.Name} reads {other}, which does not lie as {sum} does");
            }
        }
    }

    private static bool Fits(Step step, Value value, ImmutableArray<int> order) => step switch
    {
        ProductStep product when step.Writes.Contains(value) => order.IsEmpty || (value == product.Product.Results[0] && product.Nodes.Length == 1),
        ProductStep product => order.IsEmpty || TakesAsWeight(product, value),
        SheetStep => order.IsEmpty,
        _ => order.IsEmpty || step.Nodes[0].Op is Map or Scan or Permute or Slice or Pad or Ops.Reshape or Cut or Gather,
    };

    // The second operand of the product alone, and of none of the maps behind it.
    private static bool TakesAsWeight(ProductStep step, Value value) =>
        step.Product.Op is MatMul { TransposeA: false } or Conv { Mode: not ConvMode.Filter }
        && step.Product.Inputs[1].Root() == value
        && step.Product.Inputs[0].Root() != value
        && !step.Nodes.Skip(1).SelectMany(n => n.Inputs).Any(v => v.Root() == value);
}
