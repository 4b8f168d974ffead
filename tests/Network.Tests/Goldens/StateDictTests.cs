using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 5), Input(6), Dense(20), BatchNorm, LeakyReLU, Dense(17), Tanh, Dense(4), SoftmaxCrossEntropy]
public partial class StateDictNet;

/// <summary>Weights that PyTorch saved load into the same architecture and predict the same, in every element type.</summary>
public class StateDictTests
{
    // PyTorch names the modules of a Sequential by their places; counters of batches have no place here.
    private static readonly LoadOptions Options = new()
    {
        AllowExtra = true,
        Names = new Dictionary<string, string> { ["dense1"] = "0", ["batchnorm1"] = "1", ["dense2"] = "3", ["dense3"] = "5" },
    };

    public static TheoryData<string> Files => [.. GoldenFile.Cases("state_dicts.json").Select(c => c.Text("name"))];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_same_weights_predict_the_same(string file)
    {
        JsonElement golden = GoldenFile.Case("state_dicts.json", file);
        var net = new StateDictNet(seed: 3);
        net.Load(Path(file), Options);
        float[] output = new float[20];
        net.Forward(golden.Floats("x"), output);
        GoldenFile.Agree("logits", golden.Doubles("logits"), output);
        net.Predict(golden.Floats("x"), output);
        GoldenFile.Agree("probabilities", golden.Doubles("probabilities"), output);
        Assert.Equal("pt", net.Parameters.Metadata["format"]);
    }

    [Fact]
    public void Every_element_type_has_a_file() => Assert.Equal(4, GoldenFile.Cases("state_dicts.json").Count());

    [Fact]
    public void A_wrong_map_is_told_with_the_nearest_name()
    {
        var net = new StateDictNet(seed: 3);
        var options = new LoadOptions { AllowExtra = true, Rename = name => name.Replace("dense1", "0").Replace("batchnorm1", "1").Replace("dense2", "33").Replace("dense3", "5") };
        Assert.Contains("call '33.weight', is missing. The nearest name in it is '3.weight'", Assert.Throws<SafetensorsException>(() => net.Load(Path("state_dict.float32.safetensors"), options)).Message);
        Assert.Equal(new StateDictNet(seed: 3).Dense1.Weight.ToArray(), net.Dense1.Weight.ToArray());
    }

    private static string Path(string file, [CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "Goldens", file);
}
