using System.Text.Json;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>Every loss of PyTorch's golden file, value and gradient, through emitted steps.</summary>
public class LossGoldenTests
{
    private const string File = "losses.json";

    private static readonly Dictionary<(string Loss, int Width), Type> Networks = new()
    {
        [("MSELoss", 2)] = typeof(GoldenMeanSquaredError2),
        [("MSELoss", 3)] = typeof(GoldenMeanSquaredError3),
        [("BCEWithLogitsLoss", 1)] = typeof(GoldenBinaryCrossEntropy1),
        [("BCEWithLogitsLoss", 2)] = typeof(GoldenBinaryCrossEntropy2),
        [("BCEWithLogitsLoss", 3)] = typeof(GoldenBinaryCrossEntropy3),
        [("CrossEntropyLoss", 3)] = typeof(GoldenSoftmaxCrossEntropy3),
        [("CrossEntropyLoss", 4)] = typeof(GoldenSoftmaxCrossEntropy4),
    };

    public static TheoryData<string> Names => [.. GoldenFile.Cases(File).Select(c => c.Text("name"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_gradient_are_PyTorchs(string name)
    {
        JsonElement golden = GoldenFile.Case(File, name);
        var network = new AnyNetwork(Networks[(golden.Text("loss"), golden.Shape("logits")[1])]);
        AnyTrainer trainer = network.NewTrainer(network.New());
        float[] logits = golden.Floats("logits"), output = new float[logits.Length], gradient = new float[logits.Length];
        trainer.Forward(logits);
        float value = trainer.Backward(network.TakesLabels
            ? new([.. golden.GetProperty("targets").GetProperty("values").EnumerateArray().Select(v => v.GetInt32())])
            : new(golden.Floats("targets")));
        trainer.CopyOutput(output);
        trainer.CopyInputGradient(gradient);
        Assert.Equal(logits, output);
        GoldenFile.Agree("value", [golden.GetProperty("value").GetDouble()], [value]);
        GoldenFile.Agree("dlogits", golden.Doubles("dlogits"), gradient);
    }

    [Fact]
    public void Every_loss_has_a_golden() => Coverage.Has<LossAttribute>(Networks.Values, []);
}
