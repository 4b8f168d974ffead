using Kernels;
using Timing;

int rounds = args is ["--rounds", var text] && int.TryParse(text, out int given) && given > 0 ? given : 101;
if (args.Length > 0 && args is not ["--rounds", _])
{
    Console.Error.WriteLine("Expected nothing, or --rounds N.");
    return 1;
}

Case[] peaks = [.. Peak.Cases()];
Case[] cases = [.. peaks, .. Cases.Batches.SelectMany(Cases.OfNetwork), .. Cases.Batches.SelectMany(Cases.OfKernels)];
double[] seconds = [.. Measurement.Of(cases, new(rounds), Measurement.Warm, out float results).Select(times => times.Median)];

double peak = peaks.Select((one, i) => one.Flops / seconds[i]).Max();
Console.WriteLine($"{"",-36}{"",-22}{"µs",12}{"GFLOP/s",10}{"% of peak",11}");
for (int i = 0; i < cases.Length; i++)
{
    Case one = cases[i];
    double own = seconds[i] - (one.Before is null ? 0 : seconds[Array.IndexOf(cases, one.Before)]);
    Console.WriteLine($"{one.Name,-36}{one.Size,-22}{own * 1e6,12:F3}{one.Flops / own / 1e9,10:F1}{100 * one.Flops / own / peak,10:F1} %");
}

Console.WriteLine($"one thread, medians of {rounds} rounds; sum of results {results:G3}");
return 0;
