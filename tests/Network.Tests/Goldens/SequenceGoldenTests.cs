namespace StaticNet.Network.Tests.Goldens;

/// <summary>Embeddings, positions, attention and Transformer blocks: output and gradients are PyTorch's, under its names.</summary>
public class SequenceGoldenTests
{
    internal const string File = "sequences.json";

    /// <summary>The network of each case.</summary>
    internal static readonly Dictionary<string, Type> Networks = new()
    {
        ["Embedding"] = typeof(GoldenEmbedding),
        ["Embedding padded"] = typeof(GoldenPaddedEmbedding),
        ["PositionalEmbedding"] = typeof(GoldenPositionalEmbedding),
        ["PositionalEncoding"] = typeof(GoldenPositionalEncoding),
        ["PositionalEncoding odd"] = typeof(GoldenOddPositionalEncoding),
        ["MultiHeadAttention"] = typeof(GoldenAttention),
        ["MultiHeadAttention of one head"] = typeof(GoldenAttentionOfOneHead),
        ["MultiHeadAttention without bias"] = typeof(GoldenAttentionWithoutBias),
        ["MultiHeadAttention causal"] = typeof(GoldenCausalAttention),
        ["MultiHeadAttention wide"] = typeof(GoldenWideAttention),
        ["MultiHeadAttention of many"] = typeof(GoldenAttentionOfMany),
        ["MultiHeadAttention masked"] = typeof(GoldenMaskedAttention),
        ["MultiHeadAttention masked causal"] = typeof(GoldenMaskedCausalAttention),
        ["MultiHeadAttention of a memory"] = typeof(GoldenAttentionOfMemory),
        ["MultiHeadAttention of a masked memory"] = typeof(GoldenAttentionOfMaskedMemory),
        ["MultiHeadAttention inference"] = typeof(GoldenAttentionInference),
        ["TransformerEncoderLayer"] = typeof(GoldenTransformer),
        ["TransformerEncoderLayer of GELU"] = typeof(GoldenTransformerOfGELU),
        ["TransformerEncoderLayer norm first"] = typeof(GoldenTransformerNormFirst),
        ["TransformerEncoderLayer causal"] = typeof(GoldenCausalTransformer),
        ["TransformerEncoderLayer wide"] = typeof(GoldenWideTransformer),
        ["TransformerEncoderLayer masked"] = typeof(GoldenMaskedTransformer),
        ["TransformerEncoderLayer masked causal"] = typeof(GoldenMaskedCausalTransformer),
        ["TransformerEncoderLayer inference"] = typeof(GoldenTransformerInference),
    };

    public static TheoryData<string> Names => [.. GoldenFile.Cases(File).Select(c => c.Text("name"))];

    public static TheoryData<string> Trained => [.. TwoSteps.Names(File)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_PyTorchs(string name) => GoldenPass.Check(GoldenFile.Case(File, name), Networks[name], Leaf);

    [Theory]
    [MemberData(nameof(Trained))]
    public void Two_steps_of_SGD_are_PyTorchs(string name) => GoldenPass.CheckTwoSteps(GoldenFile.Case(File, name), Networks[name], Leaf);

    // What follows the layer's name.
    private static string Leaf(ParameterEntry entry) => entry.Name[(entry.Name.IndexOf('.') + 1)..];
}
