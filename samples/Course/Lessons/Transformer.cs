using StaticNet;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>The next character of a novel, from the 64 before it: attention, perplexity against a table of pairs, and text that was never written.</summary>
internal sealed class Transformer() : Lesson(
    "transformer", "characters of Moby-Dick: a small Transformer against a bigram baseline, and text that it writes",
    "perplexity of the bigram baseline by the network's", quick: 1.02, full: 1.6)
{
    private const int Context = 64;
    private const int Letters = 64;

    public override double Run(Session session)
    {
        // The most frequent characters; all others become the first.
        string novel = File.ReadAllText(CourseData.Path("moby-dick.txt")).ReplaceLineEndings("\n");
        char[] alphabet = ['�', .. novel.GroupBy(c => c).OrderByDescending(c => c.Count()).Take(Letters - 1).Select(c => c.Key).Order()];
        int[] text = [.. novel.Select(c => Math.Max(0, Array.IndexOf(alphabet, c)))];
        int[] training = text[..(text.Length * 9 / 10)], held = text[(text.Length * 9 / 10)..];
        double bigram = Bigram(training, held);

        var net = new CharNet(seed: 1);
        int steps = session.Pick(600, 4000), report = session.Pick(100, 200);
        var trainer = new CharNet.Trainer(net, new AdamW(0.003) { ClipNorm = 1, WeightDecay = 0.1 }, seed: 1);
        var random = new Random(1);
        int[] x = new int[CharNet.MaxBatch * Context], y = new int[x.Length];
        List<double> at = [], losses = [], validation = [];
        double sum = 0;
        for (int step = 1; step <= steps; step++)
        {
            // A short climb, then half a cosine down.
            trainer.Optimizer.LearningRate = 0.003 * Math.Min(step / 100.0, 0.5 + 0.5 * Math.Cos(Math.PI * step / steps));
            for (int i = 0; i < CharNet.MaxBatch; i++)
            {
                int start = random.Next(training.Length - Context);
                training.AsSpan(start, Context).CopyTo(x.AsSpan(i * Context));
                training.AsSpan(start + 1, Context).CopyTo(y.AsSpan(i * Context));
            }

            sum += trainer.Step(x, y);
            if (step % report != 0)
                continue;
            at.Add(step);
            losses.Add(sum / report);
            validation.Add(Loss(net, held, session.Pick(20, 200)));
            session.Say($"step {step}: loss {losses[^1]:F4}, on text held back {validation[^1]:F4}");
            sum = 0;
        }

        double perplexity = Math.Exp(Loss(net, held, 900));
        session.Say($"perplexity {perplexity:F3}, of the bigram baseline {bigram:F3}");
        session.Say("it writes:\n" + Write(net, alphabet, "Call me Ishmael.", session.Pick(120, 600), random));
        session.Draw("curves.png", TrainingCurves.Of("loss by step", "step", "loss", false, new Series("training", [.. at], [.. losses]), new Series("held back", [.. at], [.. validation])));
        return bigram / perplexity;
    }

    // p(b | a) = (count(ab) + ½)/(count(a) + ½·letters)
    private static double Bigram(int[] training, int[] held)
    {
        double[,] counts = new double[Letters, Letters + 1];
        for (int i = 1; i < training.Length; i++)
            (counts[training[i - 1], training[i]], counts[training[i - 1], Letters]) = (counts[training[i - 1], training[i]] + 1, counts[training[i - 1], Letters] + 1);
        return Math.Exp(Enumerable.Range(1, held.Length - 1).Average(i => -Math.Log((counts[held[i - 1], held[i]] + 0.5) / (counts[held[i - 1], Letters] + 0.5 * Letters))));
    }

    private static double Loss(CharNet net, int[] text, int windows)
    {
        int count = Math.Min(windows, (text.Length - 1) / Context);
        return net.Evaluate(CharNet.Batches(text.AsMemory(0, count * Context), text.AsMemory(1, count * Context), 16, shuffle: false));
    }

    // Each character is drawn with the probability that the network gives it, a little sharpened.
    private static string Write(CharNet net, char[] alphabet, string beginning, int length, Random random)
    {
        List<int> written = [.. beginning.Select(c => Math.Max(0, Array.IndexOf(alphabet, c)))];
        int[] window = new int[Context];
        float[] probabilities = new float[Context * Letters];
        while (written.Count < length)
        {
            int known = Math.Min(written.Count, Context);
            written[^known..].CopyTo(window);
            net.Predict(window, probabilities);
            double[] sharp = [.. probabilities[((known - 1) * Letters)..(known * Letters)].Select(p => Math.Pow(p, 1 / 0.8))];
            double left = random.NextDouble() * sharp.Sum();
            written.Add(Math.Min(Letters - 1, sharp.TakeWhile(p => (left -= p) > 0).Count()));
        }

        return string.Concat(written.Select(letter => alphabet[letter]));
    }
}

[Network(MaxBatch = 16), Input(64, Type = Element.Int32), Embedding(64, 64), PositionalEmbedding]
[TransformerEncoderLayer(4, 256, NormFirst = true, Causal = true, Activation = TransformerActivation.GELU, Dropout = 0.1)]
[TransformerEncoderLayer(4, 256, NormFirst = true, Causal = true, Activation = TransformerActivation.GELU, Dropout = 0.1)]
[LayerNorm, Dense(64), SoftmaxCrossEntropy]
internal sealed partial class CharNet;
