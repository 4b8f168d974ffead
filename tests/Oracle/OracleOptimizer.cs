namespace StaticNet.Oracle;

/// <summary>The optimizers' equations as PyTorch documents them, in double precision.</summary>
public static class OracleOptimizer
{
    /// <summary>A parameter and its slots after step <paramref name="t"/>, counted from 1.</summary>
    /// <param name="optimizer">Whose hyper-parameters are used.</param>
    /// <param name="t">The step.</param>
    /// <param name="w">The parameter.</param>
    /// <param name="g">Its gradient.</param>
    /// <param name="slots">The momentum, or the first and the second moment; none for plain gradient descent.</param>
    public static (double[] Parameter, double[][] Slots) Update(Optimizer optimizer, long t, double[] w, double[] g, double[][] slots) => optimizer switch
    {
        SGD sgd => Descend(sgd, w, g, slots),
        Adam adam => Adapt(adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, t, w, Decayed(g, w, adam.WeightDecay), slots),
        AdamW adam => Adapt(
            adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, t, [.. w.Select(x => x * (1 - adam.LearningRate * adam.WeightDecay))], g, slots),
        _ => throw new NotSupportedException($"{optimizer.GetType().Name} has no equations here"),
    };

    // g ← g + λ·w;   b ← μ·b + g;   w ← w − η·b, with Nesterov w − η·(g + μ·b)
    private static (double[], double[][]) Descend(SGD sgd, double[] w, double[] g, double[][] slots)
    {
        g = Decayed(g, w, sgd.WeightDecay);
        if (slots.Length == 0)
            return (Zip(w, g, (x, d) => x - sgd.LearningRate * d), []);
        double[] b = Zip(slots[0], g, (m, d) => sgd.Momentum * m + d);
        double[] direction = sgd.Nesterov ? Zip(g, b, (d, m) => d + sgd.Momentum * m) : b;
        return (Zip(w, direction, (x, d) => x - sgd.LearningRate * d), [b]);
    }

    // m ← β₁·m + (1 − β₁)·g;   v ← β₂·v + (1 − β₂)·g²;   w ← w − η·m̂ / (√v̂ + ε)
    private static (double[], double[][]) Adapt(
        double rate, double beta1, double beta2, double epsilon, long t, double[] w, double[] g, double[][] slots)
    {
        double[] m = Zip(slots[0], g, (a, d) => beta1 * a + (1 - beta1) * d);
        double[] v = Zip(slots[1], g, (a, d) => beta2 * a + (1 - beta2) * d * d);
        double correction1 = 1 - Math.Pow(beta1, t), correction2 = 1 - Math.Pow(beta2, t);
        double[] ratio = Zip(m, v, (a, b) => a / correction1 / (Math.Sqrt(b / correction2) + epsilon));
        return (Zip(w, ratio, (x, d) => x - rate * d), [m, v]);
    }

    private static double[] Decayed(double[] g, double[] w, double decay) => Zip(g, w, (d, x) => d + decay * x);

    private static double[] Zip(double[] a, double[] b, Func<double, double, double> f) => [.. a.Zip(b, f)];
}
