using Timing;

namespace Compare;

/// <summary>Where duels take place: both sides and the machine's peak in turns, so that whatever changes its speed meets all alike.</summary>
/// <param name="threads">How many all sides may use.</param>
/// <param name="rounds">How often each is sampled.</param>
/// <param name="warm">How long each runs before.</param>
internal sealed class Arena(int threads, Rounds rounds, TimeSpan warm)
{
    // Enough calls that what a first one loads does not count as every call's.
    private const int CountedCalls = 4;

    // Threads of OpenMP spin for some 15 ms when they have nothing to do.
    private readonly TimeSpan _rest = threads == 1 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(50);

    private readonly Case _peak = FastestPeak();

    public Result Measure(Duel duel)
    {
        var own = new Case(duel.Workload, duel.Phase, duel.Flops, duel.StaticNet);
        Case[] cases = duel.PeerCall is null ? [_peak, own] : [_peak, own, new Case(duel.Peer!, duel.Phase, duel.Flops, duel.PeerCall)];
        Times[] times = Measurement.Of(cases, rounds, warm, out float sum, _rest);
        if (!float.IsFinite(sum))
            throw new DisagreementException($"{duel.Workload}, {duel.Phase}, batch {duel.Batch}: a result is not finite");
        return Result.Of(duel, threads, times[1], times.Length > 2 ? times[2] : null, times[0], _peak.Flops, Bytes(duel.StaticNet));
    }

    private static double Bytes(Func<float> call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < CountedCalls; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)CountedCalls;
    }

    private static Case FastestPeak()
    {
        Case[] widths = [.. Peak.Cases()];
        Times[] times = Measurement.Of(widths, new(11), Measurement.Warm, out _);
        return widths.Zip(times).MaxBy(one => one.First.Flops / one.Second.Median).First;
    }
}
