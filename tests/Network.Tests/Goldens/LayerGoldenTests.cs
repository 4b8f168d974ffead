using System.Reflection;
using System.Text.Json;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>Every layer of PyTorch's golden file, output and gradients, through emitted steps.</summary>
public class LayerGoldenTests
{
    private const string File = "layers.json";

    // Numbers that parameters start with.
    private static readonly string[] Starts = ["DenseAttribute.WeightsScale", "ConvolutionAttribute.WeightsScale", "TransposedConvolutionAttribute.WeightsScale",
        "EmbeddingAttribute.WeightsScale", "PositionalEmbeddingAttribute.WeightsScale", "PReLUAttribute.Slope"];

    // By PyTorch's class, the width of a sample and of its output, and PyTorch's options.
    private static readonly Dictionary<(string Layer, int In, int Out, string Options), Type> Networks = new()
    {
        [("Linear", 5, 4, "")] = typeof(GoldenLinear5To4),
        [("Linear", 3, 6, "")] = typeof(GoldenLinear3To6),
        [("Linear", 17, 19, "")] = typeof(GoldenLinear17To19),
        [("BatchNorm1d", 3, 3, """{"momentum": 0.1, "eps": 1e-05}""")] = typeof(GoldenBatchNorm),
        [("BatchNorm1d", 3, 3, """{"momentum": 0.3, "eps": 0.01, "affine": false}""")] = typeof(GoldenBatchNormOfOptions),
        [("LayerNorm", 5, 5, """{"eps": 1e-05}""")] = typeof(GoldenLayerNorm),
        [("LayerNorm", 5, 5, """{"eps": 0.01, "elementwise_affine": false}""")] = typeof(GoldenPlainLayerNorm),
        [("RMSNorm", 5, 5, """{"eps": 1e-05}""")] = typeof(GoldenRMSNorm),
        [("RMSNorm", 5, 5, """{"eps": 0.01, "elementwise_affine": false}""")] = typeof(GoldenPlainRMSNorm),
        [("ReLU", 5, 5, "{}")] = typeof(GoldenReLU),
        [("LeakyReLU", 5, 5, """{"negative_slope": 0.01}""")] = typeof(GoldenLeakyReLU),
        [("LeakyReLU", 5, 5, """{"negative_slope": 0.2}""")] = typeof(GoldenLeakyReLUOfFifth),
        [("Sigmoid", 5, 5, "{}")] = typeof(GoldenSigmoid),
        [("Tanh", 5, 5, "{}")] = typeof(GoldenTanh),
        [("Softmax", 5, 5, """{"dim": 1}""")] = typeof(GoldenSoftmax),
        [("ELU", 5, 5, "{}")] = typeof(GoldenELU),
        [("ELU", 5, 5, """{"alpha": 0.5}""")] = typeof(GoldenELUOfHalf),
        [("SELU", 5, 5, "{}")] = typeof(GoldenSELU),
        [("GELU", 5, 5, "{}")] = typeof(GoldenGELU),
        [("GELU", 5, 5, """{"approximate": "tanh"}""")] = typeof(GoldenGELUByTanh),
        [("SiLU", 5, 5, "{}")] = typeof(GoldenSiLU),
        [("Mish", 5, 5, "{}")] = typeof(GoldenMish),
        [("Softplus", 5, 5, "{}")] = typeof(GoldenSoftplus),
        [("Softplus", 5, 5, """{"beta": 2, "threshold": 3}""")] = typeof(GoldenSoftplusOfTwo),
        [("Softsign", 5, 5, "{}")] = typeof(GoldenSoftsign),
        [("LogSigmoid", 5, 5, "{}")] = typeof(GoldenLogSigmoid),
        [("LogSoftmax", 5, 5, """{"dim": 1}""")] = typeof(GoldenLogSoftmax),
        [("Hardsigmoid", 5, 5, "{}")] = typeof(GoldenHardSigmoid),
        [("Hardswish", 5, 5, "{}")] = typeof(GoldenHardSwish),
        [("Hardtanh", 5, 5, "{}")] = typeof(GoldenHardTanh),
        [("Hardtanh", 5, 5, """{"min_val": -0.5, "max_val": 2}""")] = typeof(GoldenHardTanhOfTwo),
        [("ReLU6", 5, 5, "{}")] = typeof(GoldenReLU6),
        [("PReLU", 5, 5, "{}")] = typeof(GoldenPReLU),
        [("PReLU", 5, 5, """{"num_parameters": 5}""")] = typeof(GoldenPReLUOfFeatures),
    };

    private static IEnumerable<Type> All => [.. Networks.Values, .. ImageGoldenTests.Networks.Values, .. SequenceGoldenTests.Networks.Values, .. RecurrentGoldenTests.Networks.Values,
        .. StructureGoldenTests.Networks.Values];

    public static TheoryData<string> Names => [.. GoldenFile.Cases(File).Select(c => c.Text("name"))];

    public static TheoryData<string> Trained => [.. TwoSteps.Names(File)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_PyTorchs(string name)
    {
        JsonElement golden = GoldenFile.Case(File, name);
        var network = new AnyNetwork(Of(golden));
        INetwork<float> net = network.New();
        foreach (ParameterEntry entry in net.Parameters.Table.Entries)
            net.Parameters[entry.Name].CopyFrom((entry.Kind == ParameterKind.State ? golden.GetProperty("before") : golden).Floats(Leaf(entry)));

        var output = new float[golden.Floats("y").Length];
        if (golden.TryGetProperty("mode", out JsonElement mode) && mode.GetString() == "eval")
        {
            // In evaluation nothing is differentiated: a trainer's passes are training's.
            net.Forward(golden.Floats("x"), output);
            GoldenFile.Agree("y", golden.Doubles("y"), output);
            States(net, golden);
            return;
        }

        AnyTrainer trainer = network.NewTrainer(net);
        var inputGradient = new float[golden.Floats("dx").Length];
        trainer.Forward(golden.Floats("x"));
        trainer.CopyOutput(output);
        trainer.BackwardFrom(golden.Floats("dy"));
        trainer.CopyInputGradient(inputGradient);
        GoldenFile.Agree("y", golden.Doubles("y"), output);
        GoldenFile.Agree("dx", golden.Doubles("dx"), inputGradient);
        foreach (ParameterEntry entry in net.Parameters.Table.Entries)
        {
            if (entry.Kind != ParameterKind.State)
                GoldenFile.Agree(entry.Name, golden.Doubles("d" + Leaf(entry)), trainer.Trainer.Gradient(entry.Name).ToArray());
        }

        States(net, golden);
        if (mode.ValueKind == JsonValueKind.Undefined)
        {
            net.Predict(golden.Floats("x"), output);
            GoldenFile.Agree("y of inference", golden.Doubles("y"), output);
        }
    }

    [Theory]
    [MemberData(nameof(Trained))]
    public void Two_steps_of_SGD_are_PyTorchs(string name) => TwoSteps.Agree(GoldenFile.Case(File, name), new AnyNetwork(Of(GoldenFile.Case(File, name))));

    [Fact]
    public void Every_layer_has_a_golden() => Coverage.Has<LayerAttribute>(All, []);

    /// <summary>But how parameters start: a golden sets them; and <see cref="PaddingMode.Causal"/>, which images do not take.</summary>
    [Fact]
    public void Every_option_of_every_layer_has_a_golden() => Assert.Empty(Coverage.MissingOptions<LayerAttribute>(
        [.. All.SelectMany(network => network.GetCustomAttributes<LayerAttribute>())],
        (option, value) => option.PropertyType == typeof(Init) || Starts.Contains($"{option.DeclaringType!.Name}.{option.Name}")
            || (option.ReflectedType is { } kind && (kind == typeof(Conv2DAttribute) || kind == typeof(SeparableConv2DAttribute)) && value is PaddingMode.Causal)));

    [Fact]
    public void Every_case_has_a_network_and_every_network_a_case()
    {
        Assert.Equal(Networks.Values.Select(network => network.Name).Order(), GoldenFile.Cases(File).Select(golden => Of(golden).Name).Distinct().Order());
        Assert.All(
            [
                (ImageGoldenTests.File, ImageGoldenTests.Networks), (RecurrentGoldenTests.File, RecurrentGoldenTests.Networks),
                (SequenceGoldenTests.File, SequenceGoldenTests.Networks), (SharedGoldenTests.File, SharedGoldenTests.Networks), (StructureGoldenTests.File, StructureGoldenTests.Networks),
            ],
            pair => Assert.Equal(pair.Networks.Keys.Order(), GoldenFile.Cases(pair.File).Select(golden => golden.Text("name")).Order()));
    }

    [Fact]
    public void Every_layer_with_parameters_is_trained_by_two_steps() => Coverage.Has<ParameterLayerAttribute>(
        [
            .. TwoSteps.Names(File).Select(name => Of(GoldenFile.Case(File, name))),
            .. TwoSteps.Names(ImageGoldenTests.File).Select(name => ImageGoldenTests.Networks[name]),
            .. TwoSteps.Names(RecurrentGoldenTests.File).Select(name => RecurrentGoldenTests.Networks[name]),
            .. TwoSteps.Names(SequenceGoldenTests.File).Select(name => SequenceGoldenTests.Networks[name]),
        ],
        []);

    private static Type Of(JsonElement golden) => Networks[(golden.Text("layer"), golden.Shape("x")[1], golden.Shape("y")[1], Options(golden))];

    private static void States(INetwork<float> net, JsonElement golden)
    {
        foreach (ParameterEntry entry in net.Parameters.Table.Entries.ToArray().Where(e => e.Kind == ParameterKind.State))
            GoldenFile.Agree(entry.Name, golden.GetProperty("after").Doubles(Leaf(entry)), net.Parameters[entry.Name].ToArray());
    }

    private static string Options(JsonElement golden) => golden.TryGetProperty("options", out JsonElement options) ? options.GetRawText() : "";

    private static string Leaf(ParameterEntry entry) => entry.Name[(entry.Name.LastIndexOf('.') + 1)..];
}
