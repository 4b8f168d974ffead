using StaticNet;
using Timing;

namespace Kernels;

/// <summary>What is measured, through the public surface: checks and copies of inputs and outputs are part of it.</summary>
internal static class Cases
{
    public static readonly int[] Batches = [1, 32, 128];

    /// <summary>The forward pass and a whole step of 784-128-10; of its operations, the products are counted.</summary>
    public static IEnumerable<Case> OfNetwork(int batch)
    {
        yield return Forward("784-128-10 forward", $"batch {batch}", new Classifier(), batch, Classifier.ForwardFlops);

        var trainer = new Classifier.Trainer(new(), new SGD(learningRate: 1e-4));
        float[] images = Values(batch * Classifier.InputLength);
        int[] labels = [.. Enumerable.Range(0, batch).Select(i => i % Classifier.OutputLength)];
        const double StepFlops = (2 * 2 * 784 * 128) + (3 * 2 * 128 * 10);
        yield return new("784-128-10 step, SGD", $"batch {batch}", StepFlops * batch, () => trainer.Step(images, labels));
    }

    /// <summary>Each kernel, in a network of its own.</summary>
    public static IEnumerable<Case> OfKernels(int batch)
    {
        yield return Forward("tiles: y = x·Wᵀ", $"784 → 128, batch {batch}", new Product(), batch, Product.ForwardFlops);
        yield return Forward("written out: y = x·Wᵀ", $"4 → 16, batch {batch}", new TinyProduct(), batch, TinyProduct.ForwardFlops);
        if (batch == 1)
            yield return Forward("a row: y = x·Wᵀ", "64 → 40, batch 1", new RowProduct(), batch, RowProduct.ForwardFlops);
        yield return Forward("row loop: tanh", $"512, batch {batch}", new Elements(), batch, Elements.ForwardFlops);
        yield return Forward("row loop: softmax", $"512, batch {batch}", new Rows(), batch, Rows.ForwardFlops);
        yield return Forward("tiles of many matrices: attention", $"64 × 64, batch {batch}", new Attention(), batch, Attention.ForwardFlops);

        float[] x = Values(batch * 256), dy = Values(batch * 512);
        var weight = new WeightProduct.Trainer(new(), new SGD(learningRate: 0));
        var input = new InputProduct.Trainer(new(), new SGD(learningRate: 0));
        Func<float> result = Output(weight.CopyOutput, dy.Length);
        var forward = new Case("tiles: y = x·Wᵀ, training", $"256 → 512, batch {batch}", WeightProduct.ForwardFlops * batch, () =>
        {
            weight.Forward(x);
            return result();
        });
        var gradient = new Case("tiles over the batch: W̄ += ȳᵀ·x", $"512 × 256, batch {batch}", WeightProduct.ForwardFlops * batch, () =>
        {
            weight.Forward(x);
            weight.BackwardFrom(dy);
            return result();
        }, forward);
        yield return forward;
        yield return gradient;
        Func<float> inputResult = Output(input.CopyOutput, dy.Length);
        yield return new("dot products: x̄ = ȳ·W", $"512 → 256, batch {batch}", WeightProduct.ForwardFlops * batch, () =>
        {
            input.Forward(x);
            input.BackwardFrom(dy);
            return inputResult();
        }, gradient);
    }

    private static Case Forward(string name, string size, INetwork<float> net, int batch, long flops)
    {
        float[] x = Values(batch * net.InputLength), y = new float[batch * net.OutputLength];
        return new(name, size, flops * batch, () =>
        {
            net.Forward(x, y);
            return y[^1];
        });
    }

    private delegate void Copy(Span<float> target);

    private static Func<float> Output(Copy copy, int length)
    {
        float[] y = new float[length];
        return () =>
        {
            copy(y);
            return y[^1];
        };
    }

    private static float[] Values(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) / 8)];
    }
}
