using System.Diagnostics;
using System.Globalization;

namespace StaticNet.Runtime.Tests.Numerics;

/// <summary>
/// Run as a program, the tests try functions at every one of the 2³² floats, at all widths, and print a row for each: those named, or all.
/// The exit code is 1 where a promise is broken.
/// </summary>
internal static class Program
{
    private static readonly (string Name, bool IsAbsolute, Func<Survey> Run)[] Functions =
    [
        Entry<Exp>(), Entry<Expm1>(), Entry<Log>(), Entry<Log1p>(), Entry<Tanh>(), Entry<TanhFast>(), Entry<Sigmoid>(), Entry<Erf>(),
        Entry<NormalCdf>(), Entry<Softplus>(), Entry<SiLU>(), Entry<Mish>(), Entry<GELU>(), Entry<GELUByTanh>(), Entry<LogCosh>(),
    ];

    private static int Main(string[] names)
    {
        if (names.FirstOrDefault(name => Functions.All(f => f.Name != name)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no function '{unknown}'; write nothing, or some of {string.Join(" ", Functions.Select(f => f.Name))}.");
            return 1;
        }

        Console.WriteLine("| function | share of the promise | at | ulp | at | of max(1, \\|x\\|) | at | seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        bool holds = true;
        foreach (var (name, isAbsolute, run) in Functions.Where(f => names.Length == 0 || names.Contains(f.Name)))
        {
            var time = Stopwatch.StartNew();
            Survey survey = run();
            holds &= survey.Share.Error <= 1;
            string absolute = isAbsolute ? string.Create(CultureInfo.InvariantCulture, $"{survey.Absolute.Error:G3} | {survey.Absolute.At:R}") : "|";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {survey.Share.Error:F3} | {survey.Share.At:R} | {survey.Ulps.Error:F3} | {survey.Ulps.At:R} | {absolute} | {time.Elapsed.TotalSeconds:F0} |"));
        }

        return holds ? 0 : 1;
    }

    private static (string Name, bool IsAbsolute, Func<Survey> Run) Entry<F>()
        where F : IFunction => (typeof(F).Name, F.Absolute > 0, Every<F>);

    private static Survey Every<F>()
        where F : IFunction
    {
        const long Chunks = (1L << 32) / Survey.Chunk;
        Survey all = default;
        var gate = new Lock();
        Parallel.For(
            0L,
            Chunks,
            () => default(Survey),
            (chunk, _, survey) => survey.And(Survey.OfBits<F>((uint)(chunk * Survey.Chunk))),
            survey =>
            {
                lock (gate)
                    all = all.And(survey);
            });
        return all;
    }
}
