namespace Compare;

/// <summary>The table for people, a row as soon as it is measured.</summary>
internal static class Report
{
    public static void Head(TextWriter output) => output.WriteLine(
        $"{"workload",-24}{"phase",-9}{"batch",5}  {"peer",-12}{"peer µs",11}{"",7}{"StaticNet µs",14}{"",7}{"ratio",9}{"GFLOP/s",9}{"of peak",9}{"bytes",7}");

    public static void Row(TextWriter output, Result row) => output.WriteLine(
        $"{row.Workload,-24}{row.Phase,-9}{row.Batch,5}  {row.Peer ?? "-",-12}{Time(row.PeerUs),11}{Spread(row.PeerSpread),7}"
        + $"{Time(row.StaticnetUs),14}{Spread(row.StaticnetSpread),7}{(row.Ratio is { } ratio ? $"{ratio:F2}×" : "-"),9}"
        + $"{row.Gflops,9:F1}{100 * row.PeakFraction,7:F1} %{row.StaticnetBytes,7:F0}");

    /// <summary>The worst rows, and the mean of the ratios.</summary>
    public static void Summary(TextWriter output, IReadOnlyCollection<Result> results)
    {
        foreach (var phase in results.Where(row => row.Ratio is not null).GroupBy(row => (row.Phase, row.Peer)))
        {
            double mean = Math.Exp(phase.Average(row => Math.Log(row.Ratio!.Value)));
            Result worst = phase.MinBy(row => row.Ratio)!;
            output.WriteLine(
                $"{phase.Key.Phase} against {phase.Key.Peer}: {phase.Count()} rows, geometric mean {mean:F2}×, "
                + $"least {worst.Ratio:F2}× ({worst.Workload}, batch {worst.Batch})");
        }

        output.WriteLine($"StaticNet allocates at most {results.Max(row => row.StaticnetBytes):F0} bytes a call");
    }

    private static string Time(double? microseconds) => microseconds is { } us ? us.ToString(us < 10 ? "F3" : us < 1000 ? "F1" : "F0") : "-";

    private static string Spread(double? part) => part is { } p ? $" ±{100 * p:F0} %" : "";
}
