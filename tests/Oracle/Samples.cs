namespace StaticNet.Oracle;

/// <summary>A batch as it is given to a network: inputs row by row, and what the loss compares its outputs with.</summary>
/// <param name="Count">The number of samples, n.</param>
/// <param name="Input">The inputs.</param>
/// <param name="Target">A number for each of the outputs; empty where the loss takes classes or there is none.</param>
/// <param name="Classes">A class for each sample; empty where the loss takes numbers or there is none.</param>
/// <param name="SampleWeights">A weight for each sample; null for 1.</param>
/// <param name="OutputGradient">The gradient by the outputs, where the backward pass begins at them; null for that of the loss.</param>
public sealed record Samples(int Count, float[] Input, float[] Target, int[] Classes, float[]? SampleWeights = null, float[]? OutputGradient = null);
