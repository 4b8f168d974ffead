using StaticNet;
using static TorchSharp.torch;
using Module = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;
using Sequential = TorchSharp.Modules.Sequential;

namespace Compare;

/// <summary>A network of StaticNet beside the same module of libtorch, at some batches.</summary>
/// <typeparam name="TNet">StaticNet's.</typeparam>
/// <typeparam name="TTarget">The element of its targets: classes or numbers.</typeparam>
/// <param name="name">What it is called.</param>
/// <param name="batches">Samples of a call.</param>
internal sealed class Pairing<TNet, TTarget>(string name, params int[] batches) : Workload(name)
    where TNet : INetwork<float>
    where TTarget : unmanaged
{
    private const double LearningRate = 1e-2;

    /// <summary>The shape of one sample.</summary>
    public required long[] Input { get; init; }

    /// <summary>Floating-point operations of a sample forward.</summary>
    public required long ForwardFlops { get; init; }

    /// <summary>Those of the products that read the input: no gradient goes back to it.</summary>
    public required long FirstFlops { get; init; }

    public required Func<TNet> Network { get; init; }

    public required Func<TNet, Optimizer, ITrainer<float, TTarget>> Trainer { get; init; }

    public required Func<Module> Module { get; init; }

    /// <summary>Whether ONNX Runtime runs it forward at batch 1.</summary>
    public bool Onnx { get; init; }

    /// <summary>Whether System.Numerics.Tensors does.</summary>
    public bool Tensors { get; init; }

    public Func<Optimizer> Optimizer { get; init; } = () => new SGD(LearningRate);

    // Forward, then the gradients by weights and by what each layer reads: three times the products, less what is not asked for.
    private double StepFlops => (3 * ForwardFlops) - FirstFlops;

    public override IEnumerable<Duel> Duels(int threads)
    {
        foreach (int batch in batches)
        {
            TNet net = Network();
            using Module module = Module();
            TorchWeights.Copy(net.Parameters, module);
            float[] x = Samples.Floats(batch * net.InputLength, seed: 1), y = new float[batch * net.OutputLength];
            TTarget[] t = Targets(batch, net.OutputLength);
            ITrainer<float, TTarget> trainer = Trainer(net, Optimizer());
            net.Threads = ((NetworkTrainer)trainer).Threads = threads;
            using Tensor input = tensor(x, [batch, .. Input]), target = Targets(t);
            var peer = new TorchSide(module, input, target, Optimizer());

            module.eval();
            net.Forward(x, y);
            Agreement.OfOutputs($"{Name}, batch {batch}: output", y, peer.Output());
            Duel forward = new(Name, "forward", batch, ForwardFlops * (double)batch, Forward, "libtorch", peer.Forward);
            yield return forward;

            if (Onnx && batch == 1)
            {
                long[] shape = OnnxExport.Shape(module, Input);
                using var onnx = new OnnxSide(OnnxExport.Of(module, shape, y.Length), x, shape, y.Length, threads);
                onnx.Forward();
                Agreement.OfOutputs($"{Name}: ONNX Runtime's output", y, onnx.Output);
                yield return forward with { Peer = "onnxruntime", PeerCall = onnx.Forward };
            }

            if (Tensors && batch == 1)
            {
                var tensors = new TensorsSide((Sequential)module, x);
                tensors.Forward();
                Agreement.OfOutputs($"{Name}: System.Numerics.Tensors' output", y, tensors.Output);
                yield return forward with { Peer = "tensors", PeerCall = tensors.Forward };
            }

            module.train();
            float[] before = TorchWeights.Of(net.Parameters, module);
            Agreement.OfLosses($"{Name}, batch {batch}", Step(), peer.Step());
            Agreement.OfUpdates($"{Name}, batch {batch}", before, TorchWeights.Of(net.Parameters, module), TorchWeights.Of(module, net.Parameters));
            yield return new(Name, "step", batch, StepFlops * batch, Step, "libtorch", peer.Step);

            float Forward()
            {
                net.Forward(x, y);
                return y[^1];
            }

            float Step() => trainer.Step(x, t);
        }
    }

    private static TTarget[] Targets(int batch, int outputs) => typeof(TTarget) == typeof(int)
        ? (TTarget[])(object)Samples.Classes(batch, outputs)
        : (TTarget[])(object)Samples.Floats(batch * outputs, seed: 2);

    private static Tensor Targets(TTarget[] targets) => targets is int[] classes ? tensor(classes).to(ScalarType.Int64) : tensor((float[])(object)targets);
}
