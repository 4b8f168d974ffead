using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>Which of the three products of a dense layer a step is.</summary>
internal static class ProductShape
{
    /// <summary><c>y = x·Wᵀ</c>: rows of values by a stored weight.</summary>
    public static bool IsForward(Step step) =>
        step is ProductStep { Product.Op: MatMul { TransposeA: false, TransposeB: true } } product && IsWeight(product.Product.Inputs[1]);

    /// <summary><c>x̄ = ȳ·W</c>: the weight as it is written, against its stored order.</summary>
    public static bool IsInputGradient(Step step) =>
        step is ProductStep { Product.Op: MatMul { TransposeA: false, TransposeB: false } } product && IsWeight(product.Product.Inputs[1]);

    /// <summary><c>W̄ = ȳᵀ·x</c>: summed over the batch, stored as the weight is.</summary>
    public static bool IsWeightGradient(Step step) =>
        step is ProductStep { Product.Op: MatMul { TransposeA: true, TransposeB: false } } product
        && product.Nodes.Length == 1
        && product.Product.Results[0].Shape is { Rank: 2, PerSample: false };

    // What lies in the order of a weight (WeightOrders): a parameter, a part of one, or one of them in a body.
    private static bool IsWeight(Value value) => value.Root() is { Op: Parameter or Argument or Slice, Shape: { Rank: 2, PerSample: false } };
}
