using System.Diagnostics;

namespace Kernels;

/// <summary>Times cases in turns, so that whatever changes the machine's speed meets all of them alike.</summary>
internal static class Measurement
{
    private static readonly TimeSpan Warm = TimeSpan.FromMilliseconds(200);

    // Long against the clock's resolution, short against what interrupts it.
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(1);

    /// <summary>Median seconds of a call of each case, over the given number of rounds.</summary>
    public static double[] Medians(IReadOnlyList<Case> cases, int rounds, out float results)
    {
        float sum = 0;
        int[] calls = [.. cases.Select(one => Calibrate(one, ref sum))];
        double[][] seconds = [.. cases.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < cases.Count; i++)
                seconds[i][round] = Time(cases[i], calls[i], ref sum).TotalSeconds / calls[i];
        }

        results = sum;
        return [.. seconds.Select(times => times.Order().ElementAt(rounds / 2))];
    }

    private static int Calibrate(Case one, ref float sum)
    {
        int calls = 1;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Warm;)
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
