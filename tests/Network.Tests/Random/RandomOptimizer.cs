namespace StaticNet.Network.Tests.Random;

/// <summary>An optimizer drawn from a seed: any of the Runtime's, with any of the options that all have.</summary>
internal static class RandomOptimizer
{
    /// <summary>One maker for each form of each optimizer's rule, given a decay.</summary>
    public static readonly Func<double, Optimizer>[] Forms =
    [
        decay => new SGD(0.004) { WeightDecay = decay },
        decay => new SGD(0.002) { Momentum = 0.9, WeightDecay = decay },
        decay => new SGD(0.003) { Momentum = 0.9, Dampening = 0.3, WeightDecay = decay },
        decay => new SGD(0.003) { Momentum = 0.8, Nesterov = true, WeightDecay = decay },
        decay => new Adam(0.003) { WeightDecay = decay },
        decay => new Adam(0.003) { AmsGrad = true, Beta2 = 0.9, WeightDecay = decay },
        decay => new AdamW(0.003) { Beta1 = 0.8, WeightDecay = 10 * decay },
        decay => new AdamW(0.003) { AmsGrad = true, Beta2 = 0.9, WeightDecay = 10 * decay },
        decay => new NAdam(0.003) { WeightDecay = decay },
        decay => new NAdam(0.003) { DecoupledWeightDecay = true, WeightDecay = 10 * decay },
        decay => new RAdam(0.003) { WeightDecay = decay },
        decay => new RAdam(0.003) { DecoupledWeightDecay = true, WeightDecay = 10 * decay },
        decay => new RMSprop(0.001) { WeightDecay = decay },
        decay => new RMSprop(0.001) { Centered = true, WeightDecay = decay },
        decay => new RMSprop(0.001) { Momentum = 0.8, WeightDecay = decay },
        decay => new RMSprop(0.001) { Centered = true, Momentum = 0.8, WeightDecay = decay },
        decay => new Adagrad(0.005) { LearningRateDecay = 0.1, InitialAccumulatorValue = 0.01, WeightDecay = decay },
        decay => new Adadelta(0.5) { WeightDecay = decay },
        decay => new Lion(0.001) { WeightDecay = 10 * decay },
        decay => new LAMB(0.003) { WeightDecay = decay },
    ];

    /// <summary>Another optimizer for each seed; half of them with an option that all have.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="terms">How many terms the loss adds up: steps along a gradient are as much smaller.</param>
    public static Optimizer Of(int seed, double terms = 1)
    {
        var random = new System.Random(seed);
        Optimizer optimizer = Forms[seed % Forms.Length](random.Next(2) * 0.01);
        if (optimizer is SGD or RAdam)
            optimizer.LearningRate /= terms;
        return random.Next(12) switch
        {
            0 => Set(optimizer, nameof(Optimizer.ClipNorm), 0.5),
            1 => Set(optimizer, nameof(Optimizer.ClipValue), 0.05),
            2 => Set(optimizer, nameof(Optimizer.MaxNorm), 1.2),
            3 => Set(Set(optimizer, nameof(Optimizer.L1), 0.01), nameof(Optimizer.L2), 0.02),
            4 => Set(optimizer, nameof(Optimizer.EmaDecay), 0.9),
            5 => Set(Set(optimizer, nameof(Optimizer.ClipNorm), 1.0), nameof(Optimizer.Groups), new[] { ParameterGroup.NoDecay, new() { LearningRateFactor = 0.5 } }),
            _ => optimizer,
        };
    }

    // The options are for object initialisers, which do not know what else is set.
    private static Optimizer Set(Optimizer optimizer, string option, object value)
    {
        typeof(Optimizer).GetProperty(option)!.SetValue(optimizer, value);
        return optimizer;
    }
}
