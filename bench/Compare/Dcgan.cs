using StaticNet;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Adam = StaticNet.Adam;

namespace Compare;

/// <summary>
/// Two networks trained against each other: the discriminator learns from real and made images, the generator from what the discriminator says then.
/// </summary>
internal sealed class Dcgan() : Workload("dcgan")
{
    private const int Batch = 32;
    private const double LearningRate = 2e-4, Beta1 = 0.5;

    // What reads noise and images wants no gradient by them, but where the generator learns.
    private const double Flops =
        (3d * DcganGenerator.ForwardFlops) - (2 * 100 * 128 * 49) + (9d * DcganDiscriminator.ForwardFlops) - (2 * 2 * 14 * 14 * 64 * 16);

    public override IEnumerable<Duel> Duels(int threads)
    {
        var own = new Own(threads);
        using Sequential generator = DcganModules.Generator(), discriminator = DcganModules.Discriminator();
        TorchWeights.Copy(own.Generator.Parameters, generator);
        TorchWeights.Copy(own.Discriminator.Parameters, discriminator);
        var peer = new Peer(generator, discriminator);
        float[] made = TorchWeights.Of(own.Generator.Parameters, generator), judged = TorchWeights.Of(own.Discriminator.Parameters, discriminator);

        Agreement.OfLosses(Name, own.Step(), peer.Step());
        Updates("generator", made, own.Generator.Parameters, generator);
        Updates("discriminator", judged, own.Discriminator.Parameters, discriminator);
        yield return new(Name, "step", Batch, Flops * Batch, own.Step, "libtorch", peer.Step);

        void Updates(string what, float[] before, ParameterStore store, Sequential module) =>
            Agreement.OfUpdates($"{Name}: {what}", before, TorchWeights.Of(store, module), TorchWeights.Of(module, store));
    }

    private static float[] Noise => Samples.Floats(Batch * DcganGenerator.InputLength, seed: 1);

    private static float[] Real => Samples.Floats(Batch * DcganDiscriminator.InputLength, seed: 2);

    private sealed class Own
    {
        private readonly float[] _noise = Noise, _real = Real, _ones = [.. Enumerable.Repeat(1f, Batch)], _zeros = new float[Batch];
        private readonly float[] _made = new float[Batch * DcganGenerator.OutputLength], _gradient = new float[Batch * DcganGenerator.OutputLength];
        private readonly DcganGenerator.Trainer _making;
        private readonly DcganDiscriminator.Trainer _judging;

        public Own(int threads)
        {
            _making = new(Generator, new Adam(LearningRate) { Beta1 = Beta1 });
            _judging = new(Discriminator, new Adam(LearningRate) { Beta1 = Beta1 });
            _making.Threads = _judging.Threads = threads;
        }

        public DcganGenerator Generator { get; } = new(1);

        public DcganDiscriminator Discriminator { get; } = new(2);

        public float Step()
        {
            _making.Forward(_noise);
            _making.CopyOutput(_made);
            _judging.ComputesInputGradient = false;
            _judging.Forward(_real);
            float loss = _judging.Backward(_ones);
            _judging.Forward(_made);
            loss += _judging.Backward(_zeros);
            _judging.Apply();

            // The discriminator forgets the gradients that only pass through it.
            _judging.ComputesInputGradient = true;
            _judging.Forward(_made);
            loss += _judging.Backward(_ones);
            _judging.CopyInputGradient(_gradient);
            _judging.ZeroGradients();
            _making.BackwardFrom(_gradient);
            _making.Apply();
            return loss;
        }
    }

    private sealed class Peer(Sequential generator, Sequential discriminator)
    {
        private readonly Tensor _noise = tensor(Noise, [Batch, 100]), _real = tensor(Real, [Batch, 1, 28, 28]), _ones = ones(Batch, 1), _zeros = zeros(Batch, 1);
        private readonly optim.Optimizer _making = optim.Adam(generator.parameters(), LearningRate, Beta1);
        private readonly optim.Optimizer _judging = optim.Adam(discriminator.parameters(), LearningRate, Beta1);

        public float Step()
        {
            using var scope = NewDisposeScope();
            Tensor made = generator.forward(_noise);
            _judging.zero_grad();
            Tensor real = Loss(discriminator.forward(_real), _ones), forged = Loss(discriminator.forward(made.detach()), _zeros);
            real.backward();
            forged.backward();
            _judging.step();

            _making.zero_grad();
            Tensor taken = Loss(discriminator.forward(made), _ones);
            taken.backward();
            _making.step();
            return real.ReadCpuSingle(0) + forged.ReadCpuSingle(0) + taken.ReadCpuSingle(0);
        }

        private static Tensor Loss(Tensor y, Tensor target) => nn.functional.binary_cross_entropy_with_logits(y, target);
    }
}
