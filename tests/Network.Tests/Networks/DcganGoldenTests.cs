using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Networks;

/// <summary>Two networks trained against each other are PyTorch's, as those that are trained alone.</summary>
public class DcganGoldenTests
{
    private const int Steps = 10, Losses = 3, Pixels = 28 * 28;
    private const string Generator = "generator.", Discriminator = "discriminator.";

    private static readonly NetworkGolden Golden = new("Dcgan");

    private readonly float[] _real = [.. Enumerable.Repeat(1f, Golden.Samples)], _generated = new float[Golden.Samples];

    [Fact]
    public void The_interpreter_is_PyTorch_in_float64()
    {
        DoubleNetwork generator = new(typeof(NarrowDcganGenerator), Golden, Generator), discriminator = new(typeof(NarrowDcganDiscriminator), Golden, Discriminator);
        for (int step = 0; step < Steps; step++)
        {
            // What a pass returns depends on nothing but its inputs, so the first gives the images and the second their gradients.
            float[] noise = Noise(step, NarrowDcganGenerator.InputLength);
            double[] images = generator.Run(new(Golden.Samples, [noise], [], OutputGradients: [new float[Golden.Samples * Pixels]])).Output;
            Step real = discriminator.Pass(new(Golden.Samples, [Images(step)], [_real]));
            Step generated = discriminator.Pass(new(Golden.Samples, [images], [_generated]));
            discriminator.Descend(real, generated);
            Step judged = discriminator.Pass(new(Golden.Samples, [images], [_real]));
            generator.Descend(generator.Pass(new(Golden.Samples, [noise], [], OutputGradients: [judged.InputGradient!])));
            foreach (var (taken, i) in ((Step[])[real, generated, judged]).Select((taken, i) => (taken, i)))
            {
                double expected = Golden.NarrowLosses[Losses * step + i];
                Assert.Equal(expected, taken.Loss!.Value, 1e-8 * expected);
            }
        }

        KeyValuePair<string, double[]>[] stored = [.. generator.Stored, .. discriminator.Stored];
        Assert.Equal(Golden.Names("narrowStored").Order(), stored.Select(tensor => tensor.Key).Order());
        Assert.All(stored, tensor => Assert.InRange(Golden.Distance("narrowStored", tensor.Key, tensor.Value), 0, 1e-8));
    }

    [Fact]
    public void The_emitted_code_strays_no_further_than_float32_does()
    {
        DcganGenerator generator = new(0);
        DcganDiscriminator discriminator = new(0);
        Formula.Start(generator.Parameters, Generator);
        Formula.Start(discriminator.Parameters, Discriminator);
        DcganGenerator.Trainer generating = new(generator, new SGD(Golden.LearningRate));
        DcganDiscriminator.Trainer judging = new(discriminator, new SGD(Golden.LearningRate));
        float[] images = new float[Golden.Samples * Pixels], gradient = new float[images.Length], losses = new float[Losses];
        for (int step = 0; step < Steps; step++)
        {
            generating.Forward(Noise(step, DcganGenerator.InputLength));
            generating.CopyOutput(images);

            // The discriminator learns from real images and from generated ones in one update.
            judging.Forward(Images(step));
            losses[0] = judging.Backward(_real);
            judging.Forward(images);
            losses[1] = judging.Backward(_generated);
            if (step == 0)
                Agree(Discriminator, discriminator, judging);
            judging.Apply();

            // The generator learns what would have been taken for real; the discriminator forgets these gradients.
            judging.Forward(images);
            losses[2] = judging.Backward(_real);
            judging.CopyInputGradient(gradient);
            judging.ZeroGradients();
            generating.BackwardFrom(gradient);
            if (step == 0)
            {
                Assert.All(losses, (loss, i) => Assert.Equal(Golden.Losses[i], loss, 1e-4 * Golden.Losses[i]));
                Agree(Generator, generator, generating);
            }

            generating.Apply();
        }

        Assert.All(losses, (loss, i) => Assert.InRange(Math.Abs(loss - Golden.Losses[^(Losses - i)]), 0, 4 * Golden.LossDeviation));
        Assert.All(Golden.Names("stored"), key => Assert.InRange(
            Golden.Distance("stored", key, Stored(key.StartsWith(Generator, StringComparison.Ordinal) ? generator : discriminator, key)), 0, 4 * Golden.Deviation(key)));
    }

    private static void Agree(string prefix, INetwork network, NetworkTrainer trainer)
    {
        string[] trained = [.. network.Parameters.Table.Entries.ToArray().Where(entry => entry.IsTrained).Select(entry => entry.Name)];
        Assert.Equal(Golden.Names("gradients").Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(), trained.Select(name => prefix + name).Order());
        Assert.All(trained, name => Assert.InRange(
            Golden.Distance("gradients", prefix + name, EmittedNetwork.Doubles(trainer.Gradient(name).ToArray())), 0, 1e-4));
    }

    private static double[] Stored(INetwork network, string key) =>
        EmittedNetwork.Doubles(network.Parameters[key[(key.IndexOf('.') + 1)..]].ToArray());

    private static float[] Noise(int step, int length) => Formula.Uniform($"{Golden.Salt}input{step}", Golden.Samples * length);

    private static float[] Images(int step) => Formula.Uniform($"{Golden.Salt}images{step}", Golden.Samples * Pixels);
}
