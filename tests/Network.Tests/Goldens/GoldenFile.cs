using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>A file of tests/Goldens: numbers of PyTorch in float64.</summary>
internal static class GoldenFile
{
    public static IEnumerable<JsonElement> Cases(string file, [CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Goldens", file);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.EnumerateArray().Select(c => c.Clone())];
    }

    public static JsonElement Case(string file, string name) => Cases(file).Single(c => c.Text("name") == name);

    public static string Text(this JsonElement golden, string field) => golden.GetProperty(field).GetString()!;

    public static double[] Doubles(this JsonElement golden, string field) =>
        [.. golden.GetProperty(field).GetProperty("values").EnumerateArray().Select(v => v.GetDouble())];

    public static float[] Floats(this JsonElement golden, string field) => [.. golden.Doubles(field).Select(v => (float)v)];

    public static int[] Shape(this JsonElement golden, string field) =>
        [.. golden.GetProperty(field).GetProperty("shape").EnumerateArray().Select(v => v.GetInt32())];

    /// <summary><c>max|a − b| ≤ 1e-5 · max(max|b|, 1e-3)</c>: the one criterion of every golden tensor.</summary>
    public static void Agree(string name, double[] golden, ReadOnlySpan<float> actual)
    {
        Assert.True(golden.Length == actual.Length, $"{name} has {actual.Length} numbers, expected {golden.Length}");
        double largest = 1e-3, difference = 0;
        for (int i = 0; i < golden.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(golden[i]));
            difference = Math.Max(difference, Math.Abs(actual[i] - golden[i]));
            Assert.False(float.IsNaN(actual[i]), $"{name}[{i}] is not a number");
        }

        Assert.True(difference <= 1e-5 * largest, $"{name} is off by {difference:R}, allowed are {1e-5 * largest:R}");
    }
}
