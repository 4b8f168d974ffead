using System.Text.Json;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>Embeddings, positions, attention and Transformer blocks: output and gradients are PyTorch's, under its names.</summary>
public class SequenceGoldenTests
{
    private const string File = "sequences.json";

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

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_PyTorchs(string name)
    {
        JsonElement golden = GoldenFile.Case(File, name);
        var emitted = new EmittedNetwork(Networks[name], new SGD(0.1), seed: 1);
        ParameterEntry[] entries = [.. emitted.Entries(trainable: true)];
        JsonElement parameters = golden.GetProperty("parameters");
        Assert.Equal(parameters.EnumerateObject().Select(p => p.Name).Order(), entries.Select(Leaf).Order());
        foreach (ParameterEntry entry in entries)
        {
            Assert.Equal(parameters.Shape(Leaf(entry)), entry.Shape.ToArray());
            emitted.Network.Parameters[entry.Name].CopyFrom(parameters.Floats(Leaf(entry)));
        }

        bool trains = golden.Text("mode") == "train";
        Samples samples = Given(golden, new OracleNetwork(emitted.Ir), trains);
        if (trains)
        {
            Step step = emitted.Train(samples);
            Agree("y of training", golden.Doubles("y"), step.Output);
            if (step.InputGradient is { } inputs)
                Agree("dx", [.. golden.GetProperty("dx").EnumerateArray().SelectMany(Values)], inputs);
            foreach (ParameterEntry entry in entries)
                Agree(entry.Name, golden.GetProperty("gradients").Doubles(Leaf(entry)), step.Gradients[entry.Name]);
        }

        Agree("y", golden.Doubles("y"), emitted.Infer(samples, predictions: false));
    }

    private static Samples Given(JsonElement golden, OracleNetwork network, bool trains)
    {
        JsonElement[] inputs = [.. golden.GetProperty("inputs").EnumerateArray()];
        Array[] arrays = [.. inputs.Zip(network.Inputs, (input, like) => like.IsInt32 ? (Array)Values(input).Select(v => (int)v).ToArray() : Values(input).Select(v => (float)v).ToArray())];
        return new(inputs[0].GetProperty("shape")[0].GetInt32(), arrays, [], OutputGradients: trains ? [golden.Floats("dy")] : null);
    }

    private static IEnumerable<double> Values(JsonElement tensor) => tensor.GetProperty("values").EnumerateArray().Select(v => v.GetDouble());

    private static void Agree(string name, double[] golden, double[] actual) => GoldenFile.Agree(name, golden, [.. actual.Select(v => (float)v)]);

    // What follows the layer's name.
    private static string Leaf(ParameterEntry entry) => entry.Name[(entry.Name.IndexOf('.') + 1)..];
}
