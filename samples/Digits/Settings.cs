using StaticNet;

namespace Digits;

/// <summary>What a run may be told.</summary>
/// <param name="Epochs">Passes over the training part; null for as many as the data need.</param>
/// <param name="BatchSize">Samples of one step.</param>
/// <param name="LearningRate">The learning rate of the first step; null for the optimizer's own.</param>
/// <param name="Optimizer">One of <see cref="Optimizers"/>.</param>
/// <param name="Seed">Of the split, the initial weights, the order of the samples and dropout.</param>
/// <param name="Output">The file that the weights go to.</param>
/// <param name="Data">A folder of idx files with images of 28×28; null for the digits that the program carries.</param>
internal sealed record Settings(
    int? Epochs = null, int BatchSize = 32, double? LearningRate = null, string Optimizer = "adam", ulong Seed = 1, string Output = "digits.safetensors",
    string? Data = null)
{
    public static readonly string[] Optimizers = ["sgd", "adam", "adamw"];

    public int Passes => Epochs ?? (Data is null ? 80 : 5);

    public double FirstLearningRate => LearningRate ?? (Optimizer == "sgd" ? 0.05 : Data is null ? 0.004 : 0.001);

    public Optimizer CreateOptimizer() => Optimizer switch
    {
        "sgd" => new SGD(FirstLearningRate) { Momentum = 0.9, Nesterov = true },
        "adam" => new Adam(FirstLearningRate),
        _ => new AdamW(FirstLearningRate),
    };
}
