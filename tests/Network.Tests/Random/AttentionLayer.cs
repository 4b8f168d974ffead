namespace StaticNet.Network.Tests.Random;

/// <summary>A random layer by which the steps of a sequence know their places or read each other; it keeps the shape.</summary>
internal static class AttentionLayer
{
    /// <summary>The steps of the longest sequence: each reads each.</summary>
    public const int Longest = 17;

    // Of very many numbers that dropout draws in a step some lie where it begins, whatever the batch.
    private const int MostDraws = 300;

    /// <summary>The layer, as its attribute is written.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="maxBatch">The most samples of a step.</param>
    /// <param name="shape">The sequence <c>[t,f]</c>.</param>
    /// <param name="masks">Names of what holds a number for each step.</param>
    /// <param name="memories">Names of earlier sequences as wide, of any length.</param>
    public static string Of(System.Random random, int maxBatch, int[] shape, IReadOnlyList<string> masks, IReadOnlyList<string> memories)
    {
        int width = shape[1], heads = Pick([.. Enumerable.Range(1, width).Where(h => width % h == 0)]);
        string causal = random.Next(2) == 0 ? ", Causal = true" : "";
        string mask = masks.Count > 0 && random.Next(2) == 0 ? $", Mask = \"{Pick(masks)}\", PaddingIndex = {random.Next(2)}" : "";
        int hidden = Pick([1, 3, 16, 17]), draws = maxBatch * shape[0] * (heads * shape[0] + 2 * width + hidden);
        string dropout = draws <= MostDraws && random.Next(3) > 0 ? "0.25" : "0";
        switch (random.Next(6))
        {
            case 0:
                return "PositionalEncoding";
            case 1:
                return "PositionalEmbedding(WeightsScale = 0.5)";
            case 2 when memories.Count > 0:
                return $"MultiHeadAttention({heads}, Memory = \"{Pick(memories)}\", Dropout = {dropout})";
            case < 5 when width >= ShapeLayer.Enough:
                string norm = random.Next(2) == 0 ? ", NormFirst = true" : "", activation = random.Next(2) == 0 ? "ReLU" : "GELU";
                return $"TransformerEncoderLayer({heads}, {hidden}, Epsilon = 0.1, Dropout = {dropout}, Activation = TransformerActivation.{activation}{norm}{causal}{mask})";
            default:
                return $"MultiHeadAttention({heads}, Dropout = {dropout}, Bias = {(random.Next(3) == 0 ? "false" : "true")}{causal}{mask})";
        }

        T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
    }
}
