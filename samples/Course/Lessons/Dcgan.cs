using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>One network makes images of noise, the other tells them from real ones; a third, which knows the classes, says how good they are.</summary>
internal sealed class Dcgan() : Lesson(
    "dcgan", "clothes that nobody made: generator and discriminator, both losses, a grid of samples every epoch, the same by seed",
    "score of the generated images by a classifier", quick: 1.7, full: 3.5, OtherData.Folder)
{
    private const int Pixels = 28 * 28, Size = 32, Noise = 32, Shown = 40;
    public override double Run(Session session)
    {
        (LabelledImages all, LabelledImages _) = CourseData.Images(session);
        DataSet<float, int> images = all.ToFloats().Select([.. Enumerable.Range(0, Math.Min(session.Pick(6000, 20000), all.Count))]);

        // The generator ends in tanh: pixels go from −1 to 1.
        images = new(Array.ConvertAll(images.Inputs, pixel => 2 * pixel - 1), images.Targets, images.Count);
        var judge = new JudgeNet(seed: 1);
        new JudgeNet.Trainer(judge, new Adam(), seed: 1).Fit(JudgeNet.Batches(images.Inputs, images.Targets, 50, seed: 1), epochs: 5);

        GeneratorNet generator = new(1);
        DiscriminatorNet discriminator = new(2);
        GeneratorNet.Trainer generating = new(generator, new Adam(2e-4) { Beta1 = 0.5 }, seed: 1);
        DiscriminatorNet.Trainer judging = new(discriminator, new Adam(2e-4) { Beta1 = 0.5 }, seed: 1);
        Batches batches = JudgeNet.Batches(images.Inputs, images.Targets, Size, seed: 1, dropLast: true);
        var random = new Random(1);
        float[] fixedNoise = Draw(random, Shown), real = new float[Size * Pixels], made = new float[Size * Pixels], gradient = new float[Size * Pixels];

        // Real images count as 0.9 rather than 1: a discriminator that is never quite sure leaves the generator something to learn from.
        float[] isReal = [.. Enumerable.Repeat(0.9f, Size)], isMade = new float[Size];
        (List<double> generatorLosses, List<double> discriminatorLosses, double score) = ([], [], 0);
        for (int epoch = 0; epoch < session.Pick(3, 12); epoch++)
        {
            double generatorLoss = 0, discriminatorLoss = 0;
            foreach (Batch batch in batches.Epoch(epoch))
            {
                batch.Gather(0, ref real[0], Pixels);
                generating.Forward(Draw(random, Size));
                generating.CopyOutput(made);

                // The discriminator learns from both halves in one update.
                judging.Forward(real);
                float loss = judging.Backward(isReal);
                judging.Forward(made);
                discriminatorLoss += loss + judging.Backward(isMade);
                judging.Apply();

                // The generator learns what would have made the discriminator say "real"; the discriminator stays as it is.
                judging.Forward(made);
                generatorLoss += judging.Backward(isReal);
                judging.CopyInputGradient(gradient);
                judging.ZeroGradients();
                generating.BackwardFrom(gradient);
                generating.Apply();
            }

            generatorLosses.Add(generatorLoss / batches.BatchCount);
            discriminatorLosses.Add(discriminatorLoss / batches.BatchCount);
            score = Score(judge, Make(generator, Draw(new(7), 512)));
            session.Say($"epoch {epoch + 1}: generator {generatorLosses[^1]:F4}, discriminator {discriminatorLosses[^1]:F4}, score {score:F3}");
            session.Draw($"samples-{epoch + 1:00}.png", ImageGrid.Of(Make(generator, fixedNoise), 1, 28, 28, columns: 10, low: -1, title: $"after epoch {epoch + 1}"));
        }

        session.Draw("losses.png", TrainingCurves.Of("loss", new Series("generator", [.. generatorLosses]), new Series("discriminator", [.. discriminatorLosses])));
        session.Say($"of real images the score is {Score(judge, images.Inputs[..(512 * Pixels)]):F3}");
        return score;
    }

    private static float[] Draw(Random random, int count) =>
        [.. Enumerable.Range(0, count * Noise).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];

    private static float[] Make(GeneratorNet generator, float[] noise)
    {
        float[] made = new float[noise.Length / Noise * Pixels];
        for (int i = 0; i < noise.Length / Noise; i += 8)
            generator.Predict(noise.AsSpan(i * Noise, 8 * Noise), made.AsSpan(i * Pixels, 8 * Pixels));
        return made;
    }

    private static double Score(JudgeNet judge, float[] images)
    {
        // exp(mean of KL(p(class | image) ‖ p(class))): 1 where nothing is seen, 10 where each image is clear and all classes come up
        int count = images.Length / Pixels;
        float[] p = new float[10 * count];
        for (int i = 0; i < count; i += 32)
            judge.Predict(images.AsSpan(i * Pixels, 32 * Pixels), p.AsSpan(10 * i, 320));
        double[] mean = [.. Enumerable.Range(0, 10).Select(k => Enumerable.Range(0, count).Average(i => (double)p[10 * i + k]))];
        return Math.Exp(Enumerable.Range(0, p.Length).Sum(i => p[i] * Math.Log(Math.Max(p[i], 1e-12) / mean[i % 10])) / count);
    }
}

[Network(MaxBatch = 50), Input(1, 28, 28), Flatten, Dense(128), ReLU, Dropout(0.2), Dense(10), SoftmaxCrossEntropy] internal sealed partial class JudgeNet;
[Network(MaxBatch = 32), Input(32, 1, 1), ConvTranspose2D(64, 7, Bias = false), BatchNorm, ReLU]
[ConvTranspose2D(32, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU, ConvTranspose2D(1, 4, Stride = 2, Padding = 1), Tanh]
internal sealed partial class GeneratorNet;
[Network(MaxBatch = 32, InputGradient = true), Input(1, 28, 28), Conv2D(32, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
[Conv2D(64, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, LeakyReLU(0.2), Conv2D(1, 7), Flatten, BinaryCrossEntropy]
internal sealed partial class DiscriminatorNet;
