using System.Text.Json;

namespace StaticNet.Runtime.Tests.Optimizers;

/// <summary>Ten steps of every optimizer against PyTorch in float64 (tests/Goldens).</summary>
public class OptimizerGoldenTests
{
    private static readonly JsonElement[] Cases = ReadCases();

    public static TheoryData<string> Names => [.. Cases.Select(golden => golden.GetProperty("name").GetString()!)];

    [Theory, MemberData(nameof(Names))]
    public void FollowsPyTorch(string name)
    {
        JsonElement golden = Cases.Single(one => one.GetProperty("name").GetString() == name);
        double[] rates = golden.GetProperty("learningRates").Deserialize<double[]>()!;
        var fixture = new OptimizerFixture(Create(golden, rates[0]));
        string[] tensors = ["weight", "bias"];
        foreach (string tensor in tensors)
        {
            JsonElement initial = golden.GetProperty(tensor).GetProperty("initial");
            fixture.Parameters["dense1." + tensor].CopyFrom(Floats(initial.GetProperty("values")));
        }
        for (int step = 0; step < rates.Length; step++)
        {
            foreach (string tensor in tensors)
                fixture.Gradient("dense1." + tensor).CopyFrom(Floats(golden.GetProperty(tensor).GetProperty("gradients")[step]));
            fixture.Optimizer.LearningRate = rates[step];
            fixture.Apply();
            foreach (string tensor in tensors)
                AssertClose(
                    golden.GetProperty(tensor).GetProperty("values")[step].Deserialize<double[]>()!,
                    fixture.Parameters["dense1." + tensor].ToArray(), $"{tensor} after step {step + 1}");
        }
        Assert.Equal(rates.Length, fixture.Optimizer.Steps);
    }

    /// <summary><c>max|a − b| ≤ 1e-5 · max(max|b|, 1e-3)</c>.</summary>
    private static void AssertClose(double[] expected, float[] actual, string what)
    {
        double difference = expected.Zip(actual, (b, a) => Math.Abs(a - b)).Max();
        double bound = 1e-5 * Math.Max(expected.Max(Math.Abs), 1e-3);
        Assert.True(difference <= bound, $"{what} differs by {difference:g3}; {bound:g3} is allowed.");
    }

    private static Optimizer Create(JsonElement golden, double rate)
    {
        JsonElement options = golden.GetProperty("options");
        double Option(string key, double absent) => options.TryGetProperty(key, out JsonElement value) ? value.GetDouble() : absent;
        double Beta(int index, double absent) => options.TryGetProperty("betas", out JsonElement betas) ? betas[index].GetDouble() : absent;
        bool nesterov = options.TryGetProperty("nesterov", out JsonElement flag) && flag.GetBoolean();
        // What the case leaves out stays at our default, which must be PyTorch's.
        var (adam, adamW) = (new Adam(), new AdamW());
        return golden.GetProperty("optimizer").GetString() switch
        {
            "SGD" => new SGD(rate) { Momentum = Option("momentum", 0), Nesterov = nesterov, WeightDecay = Option("weight_decay", 0) },
            "Adam" => new Adam(rate)
            {
                Beta1 = Beta(0, adam.Beta1),
                Beta2 = Beta(1, adam.Beta2),
                Epsilon = Option("eps", adam.Epsilon),
                WeightDecay = Option("weight_decay", adam.WeightDecay),
            },
            "AdamW" => new AdamW(rate)
            {
                Beta1 = Beta(0, adamW.Beta1),
                Beta2 = Beta(1, adamW.Beta2),
                Epsilon = Option("eps", adamW.Epsilon),
                WeightDecay = Option("weight_decay", adamW.WeightDecay),
            },
            var other => throw new InvalidOperationException($"The golden file names the optimizer '{other}'."),
        };
    }

    private static float[] Floats(JsonElement values) => [.. values.EnumerateArray().Select(value => (float)value.GetDouble())];

    private static JsonElement[] ReadCases()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "tests", "Goldens")))
            folder = folder.Parent ?? throw new InvalidOperationException("No tests/Goldens above the test assembly.");
        string path = Path.Combine(folder.FullName, "tests", "Goldens", "optimizers.json");
        return JsonSerializer.Deserialize<JsonElement[]>(File.ReadAllText(path))!;
    }
}
