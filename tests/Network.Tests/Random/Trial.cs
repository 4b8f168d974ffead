using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Random;

/// <summary>Runs a compiled random network against the interpreter.</summary>
internal static class Trial
{
    public const int Updates = 10;

    // Nearly every batch is away from all kinks.
    private const int Draws = 20;

    /// <summary>A line for each difference, in inference and in ten updates, whose results <paramref name="tally"/> counts.</summary>
    public static IEnumerable<string> Differences(Declaration declaration, Type type, Tally? tally = null)
    {
        var emitted = new EmittedNetwork(type, declaration.Optimizer(), seed: 7);
        var oracle = new OracleNetwork(emitted.Ir);
        declaration.Unsettle(emitted.Network.Parameters);
        foreach (int n in Counts(declaration.MaxBatch).Take(3))
        {
            foreach (string difference in Inference(emitted, oracle, declaration.Samples(oracle, n, 0, fromOutput: false)))
                yield return $"n = {n}: {difference}";
        }

        var counts = Counts(declaration.MaxBatch).ToArray();
        for (int update = 0; update < Updates; update++)
        {
            // Two passes before the update gather their gradients; the third and seventh begin at the outputs.
            int passes = update == 5 ? 2 : 1;
            var gathered = new List<(Step Exact, Func<Step> Noise)>();
            for (int pass = 0; pass < passes; pass++)
            {
                Samples samples = Decided(declaration, oracle, emitted, counts[(update + pass) % counts.Length], !oracle.HasLoss || update % 4 == 3);
                foreach (string difference in Training(emitted, oracle, samples, gathered, tally))
                    yield return $"update {update}, n = {samples.Count}: {difference}";
            }

            foreach (string difference in Update(emitted))
                yield return $"update {update}: {difference}";
        }
    }

    /// <summary>The bits of all parameters and states after ten updates.</summary>
    public static float[] Train(Declaration declaration, Type type, bool byParts)
    {
        var emitted = new EmittedNetwork(type, declaration.Optimizer(), seed: 7);
        var oracle = new OracleNetwork(emitted.Ir);
        declaration.Unsettle(emitted.Network.Parameters);
        for (int update = 0; update < Updates; update++)
        {
            int n = oracle.HasState ? declaration.MaxBatch : 1 + update % declaration.MaxBatch;
            Samples samples = declaration.Samples(oracle, n, update, fromOutput: !oracle.HasLoss);
            if (byParts)
                (_, _) = (emitted.Train(samples), emitted.Apply());
            else
                emitted.Step(samples);
        }

        return emitted.Stored();
    }

    private static IEnumerable<string> Inference(EmittedNetwork emitted, OracleNetwork oracle, Samples samples)
    {
        var (output, prediction) = oracle.Predict(emitted.Network.Parameters, samples);
        string?[] differences =
        [
            Agreement.Difference("Forward", emitted.Infer(samples, predictions: false), output),
            Agreement.Difference("Predict", emitted.Infer(samples, predictions: true), prediction),
        ];
        return differences.OfType<string>();
    }

    private static IEnumerable<string> Training(
        EmittedNetwork emitted, OracleNetwork oracle, Samples samples, List<(Step Exact, Func<Step> Noise)> gathered, Tally? tally)
    {
        ParameterStore parameters = emitted.Network.Parameters;
        var (seed, step) = (emitted.Trainer.Seed, emitted.Trainer.Steps);
        gathered.Add((oracle.Train(parameters, samples, seed, step), () => oracle.Noise(parameters, samples, seed, step)));
        Step actual = emitted.Train(samples);
        return Agreement.Differences(actual, Sum(gathered.Select(g => g.Exact)), () => Sum(gathered.Select(g => g.Noise())), tally);
    }

    // The last pass, with the gradients of all.
    private static Step Sum(IEnumerable<Step> passes) => passes.Aggregate((before, last) => last with
    {
        Gradients = last.Gradients.ToDictionary(g => g.Key, g => g.Value.Zip(before.Gradients[g.Key], (a, b) => a + b).ToArray()),
    });

    // What the update adds, and the slots; rounding the parameter once is part of neither.
    private static IEnumerable<string> Update(EmittedNetwork emitted)
    {
        OracleOptimizer.Tensor[] before = [.. emitted.Entries(trainable: true).Select(entry => new OracleOptimizer.Tensor(
            entry,
            EmittedNetwork.Doubles(emitted.Network.Parameters[entry.Name].ToArray()),
            EmittedNetwork.Doubles(emitted.Trainer.Gradient(entry.Name).ToArray()),
            emitted.Slots(entry)))];
        long t = emitted.Apply();
        foreach (var (old, next) in before.Zip(OracleOptimizer.Step(emitted.Trainer.Optimizer, t, before)))
        {
            double[] w = old.Parameter, actual = EmittedNetwork.Doubles(emitted.Network.Parameters[old.Entry.Name].ToArray());
            double[][] slots = emitted.Slots(old.Entry);
            double floor = FloatUnit / Agreement.Tolerance * Math.Sqrt(w.Sum(x => x * x));
            if (Agreement.Difference($"parameter {old.Entry.Name}", Less(actual, w), Less(next.Parameter, w), floor: floor) is { } line)
                yield return line;
            for (int i = 0; i < slots.Length; i++)
            {
                if (Agreement.Difference($"slot {i} of {old.Entry.Name}", slots[i], next.Slots[i]) is { } difference)
                    yield return difference;
            }
        }
    }

    // 2⁻²³: the distance between a float and the next, relative to it.
    private const double FloatUnit = 1.2e-7;

    // A batch of n samples, or of as few more as a normalisation needs, of which single precision knows on which side of each kink it is.
    private static Samples Decided(Declaration declaration, OracleNetwork oracle, EmittedNetwork emitted, int n, bool fromOutput)
    {
        int count = oracle.HasState ? Math.Max(Declaration.LeastBatch, n) : n;
        for (int draw = 0; draw < Draws; draw++)
        {
            Samples samples = declaration.Samples(oracle, count, (int)emitted.Trainer.Steps * Draws + draw, fromOutput);
            if (oracle.IsDecided(emitted.Network.Parameters, samples, emitted.Trainer.Seed, emitted.Trainer.Steps))
                return samples;
        }

        throw new InvalidOperationException($"{declaration.Name}: {Draws} batches of {count} samples have a value at a kink\n{declaration.Source}");
    }

    private static IEnumerable<int> Counts(int maxBatch) => new[] { maxBatch, 1, (maxBatch + 1) / 2, maxBatch - 1, 2, 3 }.Where(n => n >= 1 && n <= maxBatch).Distinct();

    private static double[] Less(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];
}
