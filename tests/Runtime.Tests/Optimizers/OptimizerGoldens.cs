using System.Reflection;
using System.Text.Json;

namespace StaticNet.Runtime.Tests.Optimizers;

/// <summary>The cases of tests/Goldens/optimizers.json. Their options have our names, so that an optimizer needs no code here.</summary>
internal static class OptimizerGoldens
{
    private static readonly JsonSerializerOptions Enums = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static JsonElement[] Cases { get; } =
        JsonSerializer.Deserialize<JsonElement[]>(Repository(Path.Combine("tests", "Goldens", "optimizers.json")))!;

    public static JsonElement Named(string name) => Cases.Single(golden => golden.GetProperty("name").GetString() == name);

    /// <summary>The optimizer of a case: what it leaves out, the learning rate too, stays at our default.</summary>
    public static Optimizer Create(JsonElement golden)
    {
        Type type = TypeOf(golden);
        JsonElement rate = golden.GetProperty("learningRate");
        Optimizer optimizer = Create(type, rate.ValueKind == JsonValueKind.Null ? null : rate.GetDouble());
        foreach (JsonProperty option in golden.GetProperty("options").EnumerateObject())
        {
            PropertyInfo property = type.GetProperty(option.Name)
                ?? throw new InvalidOperationException($"{type.Name} has no option '{option.Name}', which the golden file names.");
            property.SetValue(optimizer, option.Value.Deserialize(
                property.PropertyType == typeof(IReadOnlyList<ParameterGroup>) ? typeof(ParameterGroup[]) : property.PropertyType, Enums));
        }
        return optimizer;
    }

    /// <summary>An optimizer as its constructor makes it; without a rate, with its default.</summary>
    public static Optimizer Create(Type type, double? rate)
    {
        ConstructorInfo constructor = type.GetConstructor([typeof(double)])!;
        return (Optimizer)constructor.Invoke([rate ?? constructor.GetParameters()[0].DefaultValue]);
    }

    public static Type TypeOf(JsonElement golden) =>
        typeof(Optimizer).Assembly.GetType("StaticNet." + golden.GetProperty("optimizer").GetString(), throwOnError: true)!;

    /// <summary>Fails unless <c>max|a − b| ≤ 1e-5 · max(max|b|, 1e-3)</c>.</summary>
    public static void AssertClose(JsonElement golden, float[] actual, string what)
    {
        double[] expected = golden.Deserialize<double[]>()!;
        double difference = expected.Zip(actual, (b, a) => Math.Abs(a - b)).Max();
        double bound = 1e-5 * Math.Max(expected.Max(Math.Abs), 1e-3);
        Assert.True(difference <= bound, $"{what} differs by {difference:g3}; {bound:g3} is allowed.");
    }

    public static float[] Floats(JsonElement values) => [.. values.EnumerateArray().Select(value => (float)value.GetDouble())];

    /// <summary>A text file of the repository.</summary>
    public static string Repository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "tests", "Goldens")))
            folder = folder.Parent ?? throw new InvalidOperationException("No tests/Goldens above the test assembly.");
        return File.ReadAllText(Path.Combine(folder.FullName, path));
    }
}
