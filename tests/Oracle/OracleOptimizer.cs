namespace StaticNet.Oracle;

/// <summary>
/// A step of any optimizer in double precision: clipping, penalties, the equation of <see cref="OracleRules"/>, the largest norm, the moving
/// average, tensor by tensor.
/// </summary>
public static class OracleOptimizer
{
    /// <summary>A tensor, its gradient and its slots; the moving average is the last slot.</summary>
    public sealed record Tensor(ParameterEntry Entry, double[] Parameter, double[] Gradient, double[][] Slots);

    /// <summary>Every trainable tensor after step <paramref name="t"/>, counted from 1.</summary>
    /// <param name="optimizer">Whose hyper-parameters are used.</param>
    /// <param name="t">The step.</param>
    /// <param name="tensors">All trainable tensors before it.</param>
    public static IEnumerable<Tensor> Step(Optimizer optimizer, long t, IReadOnlyList<Tensor> tensors)
    {
        double norm = Norm(tensors.SelectMany(tensor => tensor.Gradient));
        double factor = optimizer.ClipNorm is { } limit ? Math.Min(1, limit / (norm + 1e-6)) : 1;
        return tensors.Select(tensor => Step(optimizer, t, tensor, factor));
    }

    private static Tensor Step(Optimizer optimizer, long t, Tensor tensor, double factor)
    {
        ParameterGroup? group = optimizer.Groups.FirstOrDefault(g =>
            (g.Kinds.Count == 0 || g.Kinds.Contains(tensor.Entry.Kind))
            && (g.Layers.Count == 0 || g.Layers.Any(name => $"{tensor.Entry.Name}.".StartsWith($"{name}.", StringComparison.Ordinal))));
        bool isWeight = tensor.Entry.Kind == ParameterKind.Weight;
        double rate = group?.LearningRate ?? optimizer.LearningRate * (group?.LearningRateFactor ?? 1);
        double decay = group?.WeightDecay ?? optimizer.WeightDecay;
        double l1 = group?.L1 ?? (isWeight ? optimizer.L1 : 0), l2 = group?.L2 ?? (isWeight ? optimizer.L2 : 0);
        double largest = group?.MaxNorm ?? (isWeight ? optimizer.MaxNorm : null) ?? double.PositiveInfinity;
        double bound = optimizer.ClipValue ?? double.PositiveInfinity;

        double[] w = tensor.Parameter;
        double[] g = Zip(tensor.Gradient, w, (d, x) => Math.Clamp(factor * d, -bound, bound) + l1 * Math.Sign(x) + 2 * l2 * x);
        bool hasAverage = optimizer.EmaDecay > 0;
        double[][] slots = hasAverage ? tensor.Slots[..^1] : tensor.Slots;
        (double[] next, slots) = OracleRules.Update(optimizer, t, rate, decay, w, g, slots);
        next = Projected(next, tensor.Entry, largest);
        if (hasAverage)
            slots = [.. slots, t == 1 ? next : Zip(tensor.Slots[^1], next, (a, x) => optimizer.EmaDecay * a + (1 - optimizer.EmaDecay) * x)];
        return tensor with { Parameter = next, Slots = slots };
    }

    // Rows of [units,…] in logical order.
    private static double[] Projected(double[] w, ParameterEntry entry, double largest)
    {
        if (entry.Shape.Length < 2 || double.IsInfinity(largest))
            return w;
        return [.. w.Chunk(w.Length / entry.Shape[0]).SelectMany(row => Norm(row) is var norm && norm > largest ? row.Select(x => x * largest / (norm + 1e-7)) : row)];
    }

    private static double Norm(IEnumerable<double> x) => Math.Sqrt(x.Sum(a => a * a));

    private static double[] Zip(double[] a, double[] b, Func<double, double, double> f) => [.. a.Zip(b, f)];
}
