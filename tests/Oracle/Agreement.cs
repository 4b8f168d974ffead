namespace StaticNet.Oracle;

/// <summary>Where numbers of single precision differ from the interpreter's by more than rounding explains.</summary>
public static class Agreement
{
    /// <summary>The distance that is allowed, of the length (L2) of each tensor.</summary>
    public const double Tolerance = 1e-4;

    // The interpreter's noise rounds each value once. Single precision rounds it at each term: a sum of a hundred products moves by some ten
    // roundings, and a gradient comes from several such sums.
    private const double Roundings = 50;

    // A tensor that is further off than this share of itself is wrong, however much rounding moves it: but one that is nothing beside the largest
    // gradient of its step, whose terms cancel, may be off by a float's unit of that. What one rounding of each value moves is never wrong.
    private const double Most = 1e-2, Unit = 1e-7;

    // What is below this share of the largest is zero: all of its terms cancel, as those of a bias before a normalisation do.
    private const double Zero = 1e-9;

    /// <summary>A line for each result of a step that differs.</summary>
    /// <param name="actual">The step of single precision.</param>
    /// <param name="expected">The interpreter's.</param>
    /// <param name="noise">How far rounding moves each number of the step (<see cref="OracleNetwork.Noise"/>); asked for where the tolerance is exceeded.</param>
    /// <param name="tally">Counts what is compared.</param>
    public static IEnumerable<string> Differences(Step actual, Step expected, Func<Step>? noise = null, Tally? tally = null)
    {
        double largest = expected.Gradients.Values.Append(expected.InputGradient ?? []).Append(expected.OutputGradient ?? []).Max(Length);
        Step? known = null;
        IEnumerable<string?> lines =
        [
            Line("output", s => s.Output),
            Line("loss", s => s.Loss is { } loss ? [loss] : null),
            .. expected.Gradients.Keys.Select(name => Line($"gradient {name}", s => s.Gradients[name], isGradient: true)),
            .. expected.NextStates.Keys.Select(name => Line($"state {name}", s => s.NextStates[name])),
            Line("input gradient", s => s.InputGradient, isGradient: true),
        ];
        return lines.OfType<string>();

        string? Line(string name, Func<Step, double[]?> part, bool isGradient = false)
        {
            if (part(actual) is not { } found || part(expected) is not { } right)
                return null;
            double floor = isGradient && Length(right) <= Zero * largest ? largest : 0;
            string? line = Difference(name, found, right, floor: floor);
            tally?.Count(isRounding: line is not null && noise is not null);
            if (line is null || noise is null)
                return line;
            known ??= noise();
            double most = Math.Max(Most * Length(right), isGradient ? Unit * largest : 0);
            double once = Length(part(known)!), rounding = Math.Max(once, Math.Min(Roundings * once, most));
            return Difference(name, found, right, floor: Math.Max(floor, rounding / Tolerance));
        }
    }

    /// <summary>What differs, or null: <c>‖actual − expected‖ ≤ 1e-4·max(‖expected‖, floor)</c>.</summary>
    public static string? Difference(string name, double[] actual, double[] expected, double floor = 0)
    {
        if (actual.Length != expected.Length)
            return $"{name}: {actual.Length} numbers instead of {expected.Length}";
        double scale = Math.Max(Length(expected), floor);
        double distance = Length([.. actual.Zip(expected, (a, e) => a - e)]);
        if (distance <= Tolerance * scale)
            return null;
        int worst = Enumerable.Range(0, actual.Length).MaxBy(i => Math.Abs(actual[i] - expected[i]));
        return $"{name}: off by {distance / scale:g3} of {scale:g3}, most at {worst}: {actual[worst]:g8} instead of {expected[worst]:g8}";
    }

    private static double Length(double[] x) => Math.Sqrt(x.Sum(a => a * a));
}
