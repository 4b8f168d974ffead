using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StaticNet.Data.Tests.Preparation;

/// <summary>A case of tests/Goldens/preparation.json.</summary>
internal sealed record GoldenCase(JsonElement Element)
{
    public static GoldenCase Of(string name, [CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Goldens", "preparation.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new(document.RootElement.EnumerateArray().Single(golden => golden.GetProperty("name").GetString() == name).Clone());
    }

    /// <summary>The numbers of a tensor, NaN where one is missing.</summary>
    public float[] Floats(string field) =>
        [.. Element.GetProperty(field).GetProperty("values").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? float.NaN : (float)value.GetDouble())];

    public int Columns(string field) => Element.GetProperty(field).GetProperty("shape")[1].GetInt32();

    public string[] Texts(string field) => [.. Element.GetProperty(field).EnumerateArray().Select(value => value.GetString()!)];

    public int[] Integers(string field) => [.. Element.GetProperty(field).EnumerateArray().Select(value => value.GetInt32())];

    /// <summary>Equal to a few units in the last place, NaN where the other is NaN.</summary>
    public static void Agree(float[] golden, float[] actual)
    {
        Assert.Equal(golden.Length, actual.Length);
        for (int i = 0; i < golden.Length; i++)
        {
            Assert.Equal(float.IsNaN(golden[i]), float.IsNaN(actual[i]));
            Assert.True(float.IsNaN(golden[i]) || Math.Abs(golden[i] - actual[i]) <= 1e-6 * Math.Max(Math.Abs(golden[i]), 1), $"[{i}] is {actual[i]:R}, expected {golden[i]:R}");
        }
    }
}
