namespace StaticNet.Oracle;

/// <summary>A batch as it is given to a network: inputs row by row, and what the losses compare its outputs with.</summary>
/// <param name="Count">The number of samples, n.</param>
/// <param name="Inputs">An array for each input, of floats or integers; the interpreter takes doubles too.</param>
/// <param name="Targets">An array for each loss, of floats or class indices.</param>
/// <param name="SampleWeights">A weight for each sample; null for 1.</param>
/// <param name="OutputGradients">The gradient by each output, where the backward pass begins at them; null for those of the loss.</param>
public sealed record Samples(
    int Count, IReadOnlyList<Array> Inputs, IReadOnlyList<Array> Targets, float[]? SampleWeights = null, IReadOnlyList<Array>? OutputGradients = null)
{
    /// <summary>The numbers of an array in double precision.</summary>
    public static double[] Doubles(Array values) => values switch
    {
        int[] integers => [.. integers.Select(i => (double)i)],
        double[] numbers => numbers,
        _ => [.. ((float[])values).Select(x => (double)x)],
    };

    /// <summary>The numbers of several arrays, one after another.</summary>
    public static double[] Joined(IEnumerable<Array> values) => [.. values.SelectMany(Doubles)];
}
