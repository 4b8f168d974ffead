using System.Text;
using System.Text.Json;

namespace StaticNet;

/// <summary>What an epoch showed.</summary>
/// <param name="Epoch">Epochs so far, this one included.</param>
/// <param name="Loss">The epoch's loss.</param>
/// <param name="ValidationLoss">The loss over the validation set; null without one.</param>
/// <param name="Layers">The layers with parameters from the input on, then the activations.</param>
public sealed record EpochInsight(int Epoch, double Loss, double? ValidationLoss, IReadOnlyList<LayerInsight> Layers)
{
    private const string EpochName = "epoch";

    /// <summary>
    /// One line of JSON: <c>{"epoch":1,"loss":0.31,"layers":[{"layer":"dense1","gradientNorm":0.02,…</c>. What does not apply is left out, and a number
    /// that is not finite, which JSON has none for, is null.
    /// </summary>
    public override string ToString()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber(EpochName, Epoch);
            Write(json, "loss", Loss);
            Write(json, "validationLoss", ValidationLoss);
            json.WriteStartArray("layers");
            foreach (LayerInsight layer in Layers)
                layer.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    internal static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else if (value is not null)
            json.WriteNull(name);
    }

    /// <summary>The epoch of a line; null if it is none, or one of which the end is missing.</summary>
    internal static int? EpochOf(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(EpochName, out JsonElement epoch)
                && epoch.ValueKind == JsonValueKind.Number && epoch.TryGetInt32(out int number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
