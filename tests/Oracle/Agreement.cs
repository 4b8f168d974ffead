namespace StaticNet.Oracle;

/// <summary>Where numbers of single precision differ from the interpreter's by more than rounding explains.</summary>
public static class Agreement
{
    /// <summary>The distance that is allowed, of the length (L2) of each tensor.</summary>
    public const double Tolerance = 1e-4;

    // A small gradient may be the remainder of larger terms that cancel, whose rounding stays: they are as large as the gradients that
    // they came from, so the network's largest, that by the output included, measures it.
    private const double Remainder = 0.1;

    // What is below this share of the largest is zero: all of its terms cancel, as those of a bias before a normalisation do.
    private const double Zero = 1e-9;

    /// <summary>A line for each result of a step that differs.</summary>
    public static IEnumerable<string> Differences(Step actual, Step expected, double tolerance = Tolerance)
    {
        double largest = expected.Gradients.Values.Append(expected.InputGradient ?? []).Append(expected.OutputGradient ?? []).Max(Length);
        double Floor(double[] gradient) => Length(gradient) <= Zero * largest ? largest : Remainder * largest;
        IEnumerable<string?> lines =
        [
            Difference("output", actual.Output, expected.Output, tolerance),
            expected.Loss is { } loss && actual.Loss is { } found ? Difference("loss", [found], [loss], tolerance, floor: Remainder) : null,
            .. expected.Gradients.Select(g => Difference($"gradient {g.Key}", actual.Gradients[g.Key], g.Value, tolerance, Floor(g.Value))),
            .. expected.NextStates.Select(s => Difference($"state {s.Key}", actual.NextStates[s.Key], s.Value, tolerance)),
            expected.InputGradient is { } input ? Difference("input gradient", actual.InputGradient!, input, tolerance, Floor(input)) : null,
        ];
        return lines.OfType<string>();
    }

    /// <summary>What differs, or null: <c>‖actual − expected‖ ≤ tolerance·max(‖expected‖, floor)</c>.</summary>
    public static string? Difference(string name, double[] actual, double[] expected, double tolerance = Tolerance, double floor = 0)
    {
        if (actual.Length != expected.Length)
            return $"{name}: {actual.Length} numbers instead of {expected.Length}";
        double scale = Math.Max(Length(expected), floor);
        double distance = Length([.. actual.Zip(expected, (a, e) => a - e)]);
        if (distance <= tolerance * scale)
            return null;
        int worst = Enumerable.Range(0, actual.Length).MaxBy(i => Math.Abs(actual[i] - expected[i]));
        return $"{name}: off by {distance / scale:g3} of {scale:g3}, most at {worst}: {actual[worst]:g8} instead of {expected[worst]:g8}";
    }

    private static double Length(double[] x) => Math.Sqrt(x.Sum(a => a * a));
}
