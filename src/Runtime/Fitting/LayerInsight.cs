using System.Text.Json;

namespace StaticNet;

/// <summary>What an epoch showed of a layer; what does not apply to it is null.</summary>
/// <param name="Layer">The layer.</param>
public sealed record LayerInsight(string Layer)
{
    /// <summary>The norm of the gradient of its parameters, before the optimizer clips.</summary>
    public double? GradientNorm { get; init; }

    /// <summary>The norm of its parameters before the step.</summary>
    public double? WeightNorm { get; init; }

    /// <summary>How far the step moved them: <c>‖Δw‖/‖w‖</c>; about 10⁻³ is usual. Null for parameters that are all 0.</summary>
    public double? UpdateRatio { get; init; }

    /// <summary>Of a ReLU the share of units, of images the share of channels, that were 0 for every sample of the epoch.</summary>
    public double? DeadUnits { get; init; }

    /// <summary>
    /// Of a sigmoid the share of values below 0.01 or above 0.99, of tanh of those beyond ±0.98, over the epoch: there the derivative is less than a
    /// twenty-fifth of its largest.
    /// </summary>
    public double? SaturatedValues { get; init; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("layer", Layer);
        EpochInsight.Write(json, "gradientNorm", GradientNorm);
        EpochInsight.Write(json, "weightNorm", WeightNorm);
        EpochInsight.Write(json, "updateRatio", UpdateRatio);
        EpochInsight.Write(json, "deadUnits", DeadUnits);
        EpochInsight.Write(json, "saturatedValues", SaturatedValues);
        json.WriteEndObject();
    }
}
