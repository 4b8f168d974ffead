using System.Text.Json;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>Every loss and option of PyTorch's golden file, value and gradient, through emitted steps.</summary>
public class LossGoldenTests
{
    private const string File = "losses.json";

    public static TheoryData<string> Names => [.. GoldenFile.Cases(File).Select(c => c.Text("name"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_gradient_are_PyTorchs(string name)
    {
        JsonElement golden = GoldenFile.Case(File, name);
        var network = new AnyNetwork(LossNetworks.Of(golden));
        AnyTrainer trainer = network.NewTrainer(network.New());
        float[] logits = golden.Floats("logits"), output = new float[logits.Length], gradient = new float[logits.Length];
        trainer.Forward(logits);
        float value = trainer.Backward(
            network.TakesLabels
                ? new([.. golden.GetProperty("targets").GetProperty("values").EnumerateArray().Select(v => v.GetInt32())])
                : new(golden.Floats("targets")),
            golden.TryGetProperty("sampleWeights", out _) ? golden.Floats("sampleWeights") : []);
        trainer.CopyOutput(output);
        trainer.CopyInputGradient(gradient);
        Assert.Equal(logits, output);
        GoldenFile.Agree("value", [golden.GetProperty("value").GetDouble()], [value]);
        GoldenFile.Agree("dlogits", golden.Doubles("dlogits"), gradient);
    }

    [Fact]
    public void Every_loss_has_a_golden_with_and_without_weights_of_samples()
    {
        ILookup<Type, JsonElement> cases = GoldenFile.Cases(File).ToLookup(c => LossNetworks.Loss(c).GetType());
        Assert.All(Coverage.OfKind<LossAttribute>(), loss =>
        {
            Assert.Contains(cases[loss], golden => golden.TryGetProperty("sampleWeights", out _));
            Assert.Contains(cases[loss], golden => !golden.TryGetProperty("sampleWeights", out _));
        });
    }

    [Fact]
    public void Every_option_of_every_loss_has_a_golden() =>
        Assert.Empty(Coverage.MissingOptions<LossAttribute>([.. GoldenFile.Cases(File).Select(LossNetworks.Loss)]));
}
