using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Tests.Plan;

namespace StaticNet.Generator.Tests.Lowering;

/// <summary>What each layer says of streams.</summary>
public class StreamTests
{
    private const string Whole = "needs the whole sequence of 'input', but a stream gives it step by step; remove Stream = true from [Network], or this layer";

    /// <summary>Layers that give a step from that step and those before, each as networks have them.</summary>
    public static TheoryData<string> Streamable =>
    [
        "Input(6, 4), Add(\"input\", \"input\")",
        "Input(6, 4), AlphaDropout(0.5)",
        "Input(6, 4), AveragePool1D(2)",
        "Input(6, 4), BatchNorm",
        "Input(6, 4), Concat(\"input\", \"input\", Axis = 2)",
        "Input(6, 4), Conv1D(2, 3, PaddingMode = PaddingMode.Causal, Stride = 2)",
        "Input(6, 4), Dense(3)",
        "Input(6, 4), Dropout(0.5)",
        "Input(6, Type = Element.Int32), Embedding(5, 3)",
        "Input(6, 4), GRU(3)",
        "Input(6, 4), GaussianNoise(0.5)",
        "Input(6, 4), LSTM(3, Layers = 2, ReturnSequences = true)",
        "Input(6, 4), LayerNorm",
        "Input(6, 4), LogSoftmax",
        "Input(6, 4), MaxPool1D(3, Stride = 2, Padding = 1)",
        "Input(6, 4), Multiply(\"input\", \"input\")",
        "Input(6, 4), PReLU",
        "Input(6, 4), RMSNorm",
        "Input(6, 4), RNN(3)",
        "Input(6, 4), SeparableConv1D(2, 3, PaddingMode = PaddingMode.Causal, Stride = 2)",
        "Input(6, 4), Slice(2, 1, 2)",
        "Input(6, 4), Softmax",
        "Input(6, 4), SpatialDropout(0.5)",
        "Input(6, 4), Split(\"a\", \"b\", Axis = 2)",
        "Input(6, 4), UpSample1D(2)",
    ];

    /// <summary>Layers that do not, in their networks, with what they say.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "Input(6, 4), AdaptiveAveragePool1D(3)", $"SN0220: 'pool1' (AdaptiveAveragePool1D) {Whole}" },
        { "Input(6, 4), AveragePool1D(3, Stride = 1)", "SN0220: 'pool1' (AveragePool1D) needs 2 steps to come of 'input', but a stream gives it step by step; write Stride = 3, or remove Stream = true from [Network]" },
        { "Input(6, 4), Concat(\"input\", \"input\")", $"SN0220: 'concat1' (Concat) {Whole}" },
        { "Input(6, 4), Conv1D(2, 3, Padding = 1)", "SN0220: 'conv1' (Conv1D) needs a step to come of 'input', but a stream gives it step by step; write PaddingMode = PaddingMode.Causal, or remove Stream = true from [Network]" },
        { "Input(6, 4), Conv1D(2, 3, PaddingMode = PaddingMode.Same)", "SN0220: 'conv1' (Conv1D) needs the whole sequence of 'input', but a stream gives it step by step; write PaddingMode = PaddingMode.Causal, or remove Stream = true from [Network]" },
        { "Input(6, 4), Conv1D(2, 1, Padding = 3)", "SN0221: 'conv1' (Conv1D) makes 12 steps of the 6 of 'input', but in a stream it takes 1 for each; change the length of the sequence, or the layer's padding" },
        { "Input(6, 4), ConvTranspose1D(2, 3, Stride = 2)", $"SN0220: 'conv1' (ConvTranspose1D) {Whole}" },
        { "Input(6, 4), Flatten", "SN0220: 'flatten1' (Flatten) needs the whole sequence of 'input', but a stream gives it step by step; remove Stream = true from [Network], or this layer" },
        { "Input(6, 4), GRU(3, Bidirectional = true)", $"SN0220: 'gru1' (GRU) {Whole}" },
        { "Input(6, 4), GRU(3), RNN(3, InitialState = new[] { \"gru1\" }, From = \"input\")", $"SN0220: 'rnn1' (RNN) needs all steps of 'gru1', but a stream gives it step by step; remove Stream = true from [Network], or this layer" },
        { "Input(6, 4), Input(3, 4, Name = \"h\"), RNN(4, Layers = 3, InitialState = new[] { \"h\" }, From = \"input\")", $"SN0220: 'rnn1' (RNN) needs all steps of 'h', but a stream gives it step by step; remove Stream = true from [Network], or this layer" },
        { "Input(6, 4), GlobalAveragePool1D", $"SN0220: 'pool1' (GlobalAveragePool1D) {Whole}" },
        { "Input(6, 4), GlobalMaxPool1D", $"SN0220: 'pool1' (GlobalMaxPool1D) {Whole}" },
        { "Input(6, 4), GroupNorm(2)", $"SN0220: 'groupnorm1' (GroupNorm) {Whole}" },
        { "Input(6, 4), InstanceNorm", $"SN0220: 'instancenorm1' (InstanceNorm) {Whole}" },
        { "Input(6, 4), LSTM(3, Bidirectional = true)", $"SN0220: 'lstm1' (LSTM) {Whole}" },
        { "Input(7, 4), MaxPool1D(2)", "SN0221: 'pool1' (MaxPool1D) makes 3 steps of the 7 of 'input', but in a stream it takes 2 for each; change the length of the sequence, or the layer's padding" },
        { "Input(6, 4), MultiHeadAttention(2)", $"SN0220: 'multiheadattention1' (MultiHeadAttention) {Whole}" },
        { "Input(6, 4), Permute(2, 1)", $"SN0220: 'permute1' (Permute) {Whole}" },
        { "Input(6, 4), PositionalEmbedding", $"SN0220: 'positionalembedding1' (PositionalEmbedding) {Whole}" },
        { "Input(6, 4), PositionalEncoding", $"SN0220: 'positionalencoding1' (PositionalEncoding) {Whole}" },
        { "Input(6, 4), RNN(3, Bidirectional = true)", $"SN0220: 'rnn1' (RNN) {Whole}" },
        { "Input(6, 4), Reshape(24)", $"SN0220: 'reshape1' (Reshape) {Whole}" },
        { "Input(6, 4), SeparableConv1D(2, 3, Padding = 1)", "SN0220: 'separableconv1' (SeparableConv1D) needs a step to come of 'input', but a stream gives it step by step; write PaddingMode = PaddingMode.Causal, or remove Stream = true from [Network]" },
        { "Input(6, 4), Slice(1, 0, 3)", $"SN0220: 'slice1' (Slice) {Whole}" },
        { "Input(6, 4), Split(\"a\", \"b\")", $"SN0220: 'a' (Split) {Whole}" },
        { "Input(6, 4), TransformerEncoderLayer(2, 8)", $"SN0220: 'transformerencoderlayer1' (TransformerEncoderLayer) {Whole}" },
        { "Input(6, 4), UpSample1D(2, Mode = Interpolation.Linear)", $"SN0220: 'upsample1' (UpSample1D) {Whole}" },
        { "Input(6, 4), ZeroPad1D(1)", $"SN0220: 'zeropad1' (ZeroPad1D) {Whole}" },
        { "Input(6, 4), Input(24, Name = \"context\"), Reshape(6, 4, From = \"context\"), Add(\"reshape1\", \"input\")", $"SN0220: 'add1' (Add) {Whole}" },
        { "Input(12), Reshape(3, 4), RNN(2)", "SN0222: 'Net' has Stream = true, but no sequence to go along; write [Input(steps, channels)] or [Input(steps, Type = Element.Int32)], or remove Stream = true" },
    };

    // Of images, which no step of a sequence is.
    private static string[] OfImages =>
    [
        "AdaptiveAveragePool2D", "AveragePool2D", "Conv2D", "ConvTranspose2D", "GlobalAveragePool2D", "GlobalMaxPool2D", "MaxPool2D", "PixelShuffle",
        "SeparableConv2D", "UpSample2D", "ZeroPad2D",
    ];

    [Theory]
    [MemberData(nameof(Streamable))]
    public void A_step_is_the_same_share_of_what_goes_in_and_out(string layers)
    {
        NetworkGraphs graphs = Planned.Graphs(layers, "Stream = true");
        Graph stream = graphs.Stream!;
        GivenValue input = Assert.Single(graphs.Inputs), output = graphs.Outputs[^1];
        int taken = stream.Nodes.Single(n => n.Op is Input leaf && leaf.Name == input.Name).Results[0].Shape.Count.Size;
        int given = stream.Results.First(r => r.Kind == ResultKind.Output && r.Name == output.Name).Value.Shape.Count.Size;
        int steps = input.Shape.Count.Size / taken;
        Assert.InRange(steps, 2, 6);
        Assert.Equal(input.Shape.Count.Size, taken * steps);
        Assert.Equal(output.Shape.Count.Size, output.Shape.Rank == 3 ? given * steps : given);
        Assert.Null(Planned.Graphs(layers, "Stream = false").Stream);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_layer_that_needs_the_whole_sequence_is_refused_in_a_stream_alone(string layers, string message)
    {
        Assert.Equal(message, Assert.Throws<LoweringError>(() => Planned.Graphs(layers, "Stream = true")).Message);
        Assert.Null(Planned.Graphs(layers, "Stream = false").Stream);
    }

    // Behind the last state no layer meets a sequence.
    [Fact]
    public void Any_layer_reads_a_last_state() => Assert.NotNull(
        Planned.Graphs("Input(6, 4), GRU(12), Reshape(3, 4), LSTM(3, Bidirectional = true, ReturnSequences = true), Flatten, Dense(2)", "Stream = true").Stream);

    [Fact]
    public void Every_layer_streams_or_is_refused()
    {
        HashSet<string> told = [.. Streamable.Concat(Refused).SelectMany(row => Names((string)row[0])), .. OfImages];
        Assert.Empty(typeof(LayerCatalogue).Assembly.GetTypes()
            .Where(type => typeof(ILayer).IsAssignableFrom(type) && !type.IsAbstract && !IsActivation(type))
            .Select(type => ((ILayer)Activator.CreateInstance(type)!).Attribute.Name[..^"Attribute".Length])
            .Except(told));
    }

    private static IEnumerable<string> Names(string layers) => layers.Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsActivation(Type? type) =>
        type is not null && (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Activation<>) || IsActivation(type.BaseType));
}
