namespace StaticNet.Oracle;

/// <summary>The optimizers' equations as PyTorch documents them, those of Lion and LAMB as their papers do, in double precision.</summary>
internal static class OracleRules
{
    /// <summary>A parameter and its slots after step <paramref name="t"/>.</summary>
    public static (double[] Parameter, double[][] Slots) Update(
        Optimizer optimizer, long t, double rate, double decay, double[] w, double[] g, double[][] slots) => optimizer switch
        {
            SGD sgd => Descend(sgd, t, rate, w, Decayed(g, w, decay), slots),
            Adam adam => Adapt(adam.Beta1, adam.Beta2, adam.Epsilon, adam.AmsGrad, t, rate, w, Decayed(g, w, decay), slots),
            AdamW adam => Adapt(adam.Beta1, adam.Beta2, adam.Epsilon, adam.AmsGrad, t, rate, Shrunk(w, rate * decay), g, slots),
            NAdam { DecoupledWeightDecay: true } nadam => LookAhead(nadam, t, rate, Shrunk(w, rate * decay), g, slots),
            NAdam nadam => LookAhead(nadam, t, rate, w, Decayed(g, w, decay), slots),
            RAdam { DecoupledWeightDecay: true } radam => Rectify(radam, t, rate, Shrunk(w, rate * decay), g, slots),
            RAdam radam => Rectify(radam, t, rate, w, Decayed(g, w, decay), slots),
            RMSprop rmsprop => Normalise(rmsprop, rate, w, Decayed(g, w, decay), slots),
            Adagrad adagrad => Accumulate(adagrad, t, rate, w, Decayed(g, w, decay), slots),
            Adadelta adadelta => Delta(adadelta, rate, w, Decayed(g, w, decay), slots),
            Lion lion => Sign(lion, rate, Shrunk(w, rate * decay), g, slots),
            LAMB lamb => Trust(lamb, t, rate, decay, w, g, slots),
            _ => throw new NotSupportedException($"{optimizer.GetType().Name} has no equations here"),
        };

    // b ← μ·b + (1 − τ)·g, at first g;   w ← w − η·b, with Nesterov w − η·(g + μ·b)
    private static (double[], double[][]) Descend(SGD sgd, long t, double rate, double[] w, double[] g, double[][] slots)
    {
        if (slots.Length == 0)
            return (Minus(w, rate, g), []);
        double[] b = t == 1 ? g : Zip(slots[0], g, (m, d) => sgd.Momentum * m + (1 - sgd.Dampening) * d);
        return (Minus(w, rate, sgd.Nesterov ? Zip(g, b, (d, m) => d + sgd.Momentum * m) : b), [b]);
    }

    // m ← β₁·m + (1 − β₁)·g;   v ← β₂·v + (1 − β₂)·g²;   w ← w − η·m̂ / (√v̂ + ε), v̂ with AMSGrad of the largest v
    private static (double[], double[][]) Adapt(
        double beta1, double beta2, double epsilon, bool amsGrad, long t, double rate, double[] w, double[] g, double[][] slots)
    {
        (double[] m, double[] v) = Moments(beta1, beta2, g, slots);
        double[] second = amsGrad ? Zip(slots[2], v, Math.Max) : v;
        double[] ratio = Zip(m, second, (a, b) => a / (1 - Math.Pow(beta1, t)) / (Math.Sqrt(b / (1 - Math.Pow(beta2, t))) + epsilon));
        return (Minus(w, rate, ratio), amsGrad ? [m, v, second] : [m, v]);
    }

    // μₜ = β₁·(1 − ½·0.96^(t·ψ));   w ← w − η·(μₜ₊₁·m/(1 − μ₁⋯μₜ₊₁) + (1 − μₜ)·g/(1 − μ₁⋯μₜ)) / (√v̂ + ε)
    private static (double[], double[][]) LookAhead(NAdam nadam, long t, double rate, double[] w, double[] g, double[][] slots)
    {
        double Mu(long i) => nadam.Beta1 * (1 - 0.5 * Math.Pow(0.96, i * nadam.MomentumDecay));
        double product = Enumerable.Range(1, (int)t).Aggregate(1.0, (all, i) => all * Mu(i));
        (double[] m, double[] v) = Moments(nadam.Beta1, nadam.Beta2, g, slots);
        double[] ahead = Zip(m, g, (a, d) => Mu(t + 1) * a / (1 - product * Mu(t + 1)) + (1 - Mu(t)) * d / (1 - product));
        double[] step = Zip(ahead, v, (a, b) => a / (Math.Sqrt(b / (1 - Math.Pow(nadam.Beta2, t))) + nadam.Epsilon));
        return (Minus(w, rate, step), [m, v]);
    }

    // ρ∞ = 2/(1 − β₂) − 1,   ρ = ρ∞ − 2·t·β₂ᵗ/(1 − β₂ᵗ);   w ← w − η·m̂·r·√(1 − β₂ᵗ)/(√v + ε) where ρ > 5, else w − η·m̂
    private static (double[], double[][]) Rectify(RAdam radam, long t, double rate, double[] w, double[] g, double[][] slots)
    {
        (double[] m, double[] v) = Moments(radam.Beta1, radam.Beta2, g, slots);
        double power = Math.Pow(radam.Beta2, t), end = 2 / (1 - radam.Beta2) - 1, rho = end - 2 * t * power / (1 - power);
        double[] mean = [.. m.Select(a => a / (1 - Math.Pow(radam.Beta1, t)))];
        if (rho > 5)
        {
            double r = Math.Sqrt((rho - 4) * (rho - 2) * end / ((end - 4) * (end - 2) * rho));
            mean = Zip(mean, v, (a, b) => a * r * Math.Sqrt(1 - power) / (Math.Sqrt(b) + radam.Epsilon));
        }

        return (Minus(w, rate, mean), [m, v]);
    }

    // v ← α·v + (1 − α)·g²;   ḡ ← α·ḡ + (1 − α)·g;   d = g/(√(v − ḡ²) + ε);   b ← μ·b + d
    private static (double[], double[][]) Normalise(RMSprop rmsprop, double rate, double[] w, double[] g, double[][] slots)
    {
        double alpha = rmsprop.Alpha;
        List<double[]> next = [Zip(slots[0], g, (v, d) => alpha * v + (1 - alpha) * d * d)];
        double[] variance = next[0];
        if (rmsprop.Centered)
        {
            next.Add(Zip(slots[1], g, (mean, d) => alpha * mean + (1 - alpha) * d));
            variance = Zip(variance, next[1], (v, mean) => Math.Max(0, v - mean * mean));
        }

        double[] step = Zip(g, variance, (d, v) => d / (Math.Sqrt(v) + rmsprop.Epsilon));
        if (rmsprop.Momentum > 0)
            next.Add(step = Zip(slots[^1], step, (b, d) => rmsprop.Momentum * b + d));
        return (Minus(w, rate, step), [.. next]);
    }

    // s ← s + g²;   w ← w − η/(1 + (t − 1)·δ)·g / (√s + ε); the slot is s without its first value
    private static (double[], double[][]) Accumulate(Adagrad adagrad, long t, double rate, double[] w, double[] g, double[][] slots)
    {
        double[] sum = Zip(slots[0], g, (s, d) => s + d * d);
        double[] step = Zip(g, sum, (d, s) => d / (Math.Sqrt(s + adagrad.InitialAccumulatorValue) + adagrad.Epsilon));
        return (Minus(w, rate / (1 + (t - 1) * adagrad.LearningRateDecay), step), [sum]);
    }

    // v ← ρ·v + (1 − ρ)·g²;   d = √(u + ε)/√(v + ε)·g;   u ← ρ·u + (1 − ρ)·d²
    private static (double[], double[][]) Delta(Adadelta adadelta, double rate, double[] w, double[] g, double[][] slots)
    {
        double rho = adadelta.Rho, epsilon = adadelta.Epsilon;
        double[] v = Zip(slots[0], g, (a, d) => rho * a + (1 - rho) * d * d);
        double[] scale = Zip(slots[1], v, (u, a) => Math.Sqrt(u + epsilon) / Math.Sqrt(a + epsilon));
        double[] step = Zip(scale, g, (s, d) => s * d);
        return (Minus(w, rate, step), [v, Zip(slots[1], step, (u, d) => rho * u + (1 - rho) * d * d)]);
    }

    // w ← w − η·sign(β₁·m + (1 − β₁)·g);   m ← β₂·m + (1 − β₂)·g
    private static (double[], double[][]) Sign(Lion lion, double rate, double[] w, double[] g, double[][] slots)
    {
        double[] sign = Zip(slots[0], g, (m, d) => Math.Sign(lion.Beta1 * m + (1 - lion.Beta1) * d));
        return (Minus(w, rate, sign), [Zip(slots[0], g, (m, d) => lion.Beta2 * m + (1 - lion.Beta2) * d)]);
    }

    // u = m̂/(√v̂ + ε) + λ·w;   w ← w − η·‖w‖/‖u‖·u
    private static (double[], double[][]) Trust(LAMB lamb, long t, double rate, double decay, double[] w, double[] g, double[][] slots)
    {
        (double[] zero, double[][] moments) = Adapt(lamb.Beta1, lamb.Beta2, lamb.Epsilon, false, t, 1, new double[w.Length], g, slots);
        double[] u = Zip(zero, w, (minus, x) => decay * x - minus);
        double parameter = Norm(w), direction = Norm(u);
        return (Minus(w, rate * (parameter > 0 && direction > 0 ? parameter / direction : 1), u), moments);
    }

    private static (double[] M, double[] V) Moments(double beta1, double beta2, double[] g, double[][] slots) =>
        (Zip(slots[0], g, (a, d) => beta1 * a + (1 - beta1) * d), Zip(slots[1], g, (a, d) => beta2 * a + (1 - beta2) * d * d));

    private static double[] Decayed(double[] g, double[] w, double decay) => Zip(g, w, (d, x) => d + decay * x);

    private static double[] Shrunk(double[] w, double share) => [.. w.Select(x => x * (1 - share))];

    private static double[] Minus(double[] w, double rate, double[] step) => Zip(w, step, (x, d) => x - rate * d);

    private static double Norm(double[] x) => Math.Sqrt(x.Sum(a => a * a));

    private static double[] Zip(double[] a, double[] b, Func<double, double, double> f) => [.. a.Zip(b, f)];
}
