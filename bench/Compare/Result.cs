using System.Text.Json;
using Timing;

namespace Compare;

/// <summary>A duel, measured. Times are in microseconds, rates in 10⁹ floating-point operations a second.</summary>
internal sealed record Result(
    string Workload, string Phase, int Batch, int Threads, string? Peer,
    double? PeerUs, double StaticnetUs, double? Ratio, double StaticnetBytes, double Gflops, double PeakFraction, double? PeerSpread, double StaticnetSpread)
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Result Of(Duel duel, int threads, Times own, Times? peer, Times peak, double peakFlops, double bytes) => new(
        duel.Workload, duel.Phase, duel.Batch, threads, duel.Peer,
        peer?.Median * 1e6, own.Median * 1e6, peer?.Median / own.Median, bytes,
        duel.Flops / own.Median / 1e9, duel.Flops / own.Median / (peakFlops / peak.Median), peer?.Spread, own.Spread);

    /// <summary>One line for programs.</summary>
    public string Json() => JsonSerializer.Serialize(this, Snake);
}
