using StaticNet;

namespace Digits;

/// <summary>What a run may be told.</summary>
/// <param name="Epochs">Passes over the training part.</param>
/// <param name="BatchSize">Samples of one step.</param>
/// <param name="LearningRate">The learning rate of the first step; null for the optimizer's own.</param>
/// <param name="Optimizer">One of <see cref="Optimizers"/>.</param>
/// <param name="Seed">Of the split, the initial weights, the order of the samples and dropout.</param>
/// <param name="Output">The file that the weights go to.</param>
internal sealed record Settings(
    int Epochs = 80, int BatchSize = 32, double? LearningRate = null, string Optimizer = "adam", ulong Seed = 1, string Output = "digits.safetensors")
{
    public static readonly string[] Optimizers = ["sgd", "adam", "adamw"];

    public double FirstLearningRate => LearningRate ?? (Optimizer == "sgd" ? 0.05 : 0.004);

    public Optimizer CreateOptimizer() => Optimizer switch
    {
        "sgd" => new SGD(FirstLearningRate) { Momentum = 0.9, Nesterov = true },
        "adam" => new Adam(FirstLearningRate),
        _ => new AdamW(FirstLearningRate),
    };
}
