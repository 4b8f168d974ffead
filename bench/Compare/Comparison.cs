using TorchSharp;

namespace Compare;

/// <summary>The whole run: workload after workload, each row as soon as it is known.</summary>
internal static class Comparison
{
    public static void Run(Settings settings, TextWriter output)
    {
        torch.set_num_threads(settings.Threads);
        output.WriteLine(settings.Threads == 1
            ? "one thread; medians, ± half of what lies between the quartiles"
            : $"{settings.Threads} threads, the peak of one; medians, ± half of what lies between the quartiles");
        var arena = new Arena(settings.Threads, settings.Rounds, settings.Warm);
        using StreamWriter? json = settings.Json is null ? null : new(settings.Json);
        List<Result> results = [];
        Report.Head(output);
        foreach (Duel duel in settings.Workloads.SelectMany(workload => workload.Duels(settings.Threads)))
        {
            Result result = arena.Measure(duel);
            results.Add(result);
            Report.Row(output, result);
            json?.WriteLine(result.Json());
        }

        Report.Summary(output, results);
    }
}
