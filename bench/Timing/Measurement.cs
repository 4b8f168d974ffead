using System.Diagnostics;

namespace Timing;

/// <summary>Times cases in turns, so that whatever changes the machine's speed meets all of them alike.</summary>
internal static class Measurement
{
    public static readonly TimeSpan Warm = TimeSpan.FromMilliseconds(200);

    // Long against the clock's resolution, short against what interrupts it.
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(1);

    // Until threads that slept are awake, each on a processor of its own, and their caches have what they read.
    private static readonly TimeSpan Waking = TimeSpan.FromMilliseconds(10);

    /// <summary>The seconds of a call of each case, over rounds.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="rounds">How often each is sampled.</param>
    /// <param name="warm">How long each runs before.</param>
    /// <param name="results">The sum of the calls' results.</param>
    /// <param name="rest">Where cases have threads of their own: how long until those of the one before sleep. Calls that are not timed wake those of the next.</param>
    public static Times[] Of(IReadOnlyList<Case> cases, Rounds rounds, TimeSpan warm, out float results, TimeSpan rest = default)
    {
        float sum = 0;
        int[] calls = [.. cases.Select(one => Calibrate(one, warm, ref sum))];
        List<double>[] seconds = [.. cases.Select(_ => new List<double>())];
        var passed = Stopwatch.StartNew();
        while (!rounds.Suffice(seconds[0].Count, passed.Elapsed))
        {
            for (int i = 0; i < cases.Count; i++)
            {
                if (rest > TimeSpan.Zero)
                {
                    Thread.Sleep(rest);
                    for (var clock = Stopwatch.StartNew(); clock.Elapsed < Waking;)
                        sum += cases[i].Call();
                }

                seconds[i].Add(Time(cases[i], calls[i], ref sum).TotalSeconds / calls[i]);
            }
        }

        results = sum;
        return [.. seconds.Select(Times.Of)];
    }

    private static int Calibrate(Case one, TimeSpan warm, ref float sum)
    {
        int calls = 1;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < warm;)
        {
            TimeSpan time = Time(one, calls, ref sum);
            if (time < Sample)
                calls = Math.Max(calls + 1, (int)Math.Min(1e7, calls * Math.Min(10, Sample / time)));
        }

        return calls;
    }

    private static TimeSpan Time(Case one, int calls, ref float sum)
    {
        long start = Stopwatch.GetTimestamp();
        float results = 0;
        for (int i = 0; i < calls; i++)
            results += one.Call();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        sum += results;
        return time;
    }
}
