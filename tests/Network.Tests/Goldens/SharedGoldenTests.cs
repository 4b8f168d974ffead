namespace StaticNet.Network.Tests.Goldens;

/// <summary>Layers that use the parameters of another: output and gradients are those of a module that PyTorch calls several times.</summary>
public class SharedGoldenTests
{
    internal const string File = "shared.json";

    internal static readonly Dictionary<string, Type> Networks = new()
    {
        ["Dense twice"] = typeof(GoldenTwiceDense),
        ["Dense thrice, without bias at last"] = typeof(GoldenThriceDense),
        ["Dense wide"] = typeof(GoldenWideSharedDense),
        ["Dense of two inputs"] = typeof(GoldenSiameseDense),
        ["Dense of a sequence"] = typeof(GoldenSharedDenseOfSequence),
        ["Conv2D twice"] = typeof(GoldenTwiceConv2D),
        ["Conv2D depthwise"] = typeof(GoldenTwiceDepthwise),
        ["Conv2D in groups"] = typeof(GoldenTwiceGrouped),
        ["Conv2D of two sizes"] = typeof(GoldenSharedConv2DOfTwoSizes),
        ["Conv1D twice"] = typeof(GoldenTwiceConv1D),
        ["ConvTranspose2D twice"] = typeof(GoldenTwiceConvTranspose2D),
        ["LSTM twice"] = typeof(GoldenTwiceLSTM),
        ["GRU twice"] = typeof(GoldenTwiceGRU),
        ["RNN of both directions"] = typeof(GoldenTwiceRNN),
        ["Embedding twice"] = typeof(GoldenTwiceEmbedding),
        ["LayerNorm twice"] = typeof(GoldenTwiceLayerNorm),
        ["PReLU twice"] = typeof(GoldenTwicePReLU),
        ["MultiHeadAttention twice"] = typeof(GoldenTwiceAttention),
    };

    public static TheoryData<string> Names => [.. GoldenFile.Cases(File).Select(c => c.Text("name"))];

    public static TheoryData<string> Trained => [.. TwoSteps.Names(File)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_PyTorchs(string name) => GoldenPass.Check(GoldenFile.Case(File, name), Networks[name], entry => entry.Name);

    [Theory]
    [MemberData(nameof(Trained))]
    public void Two_steps_of_SGD_are_PyTorchs(string name) => GoldenPass.CheckTwoSteps(GoldenFile.Case(File, name), Networks[name], entry => entry.Name);
}
