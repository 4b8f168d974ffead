using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Storage;

namespace StaticNet.Runtime.Tests.Optimizers;

/// <summary>A dense layer [3,5] stored [5,16], its bias, and a running mean, with gradients and an optimizer bound to them.</summary>
internal sealed class OptimizerFixture
{
    private readonly float[] _gradients;
    private readonly int _gradientBase;

    public OptimizerFixture(Optimizer optimizer)
    {
        Optimizer = optimizer;
        _gradients = AlignedArray.Allocate(Parameters.Table.Length, out _gradientBase);
        optimizer.Bind(this, Parameters);
    }

    public Optimizer Optimizer { get; }

    public ParameterStore Parameters { get; } = new(Table());

    public static ParameterTable Table() => new(
        Entry("dense1.weight", [3, 5], 0, 80, new TensorLayout([1, 16]), ParameterKind.Weight),
        Entry("dense1.bias", [3], 80, 16, new TensorLayout([1]), ParameterKind.Bias),
        Entry("batchnorm1.running_mean", [3], 96, 16, new TensorLayout([1]), ParameterKind.State));

    /// <summary>The gradient of a tensor, in logical order.</summary>
    public ParameterView Gradient(string name)
    {
        ParameterEntry entry = Parameters.Table[Parameters.Table.IndexOf(name)];
        return new ParameterView(_gradients, _gradientBase + entry.Offset, entry);
    }

    public void Apply() =>
        Optimizer.Apply(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_gradients), _gradientBase));

    /// <summary>Parameters and gradients of every tensor, state too, as sines of the index.</summary>
    public OptimizerFixture Filled()
    {
        for (int t = 0; t < Parameters.Table.Count; t++)
        {
            string name = Parameters.Table[t].Name;
            int count = Parameters[t].Count;
            Parameters[t].CopyFrom([.. Enumerable.Range(0, count).Select(i => MathF.Sin(1.7f * i + t))]);
            Gradient(name).CopyFrom([.. Enumerable.Range(0, count).Select(i => MathF.Cos(0.9f * i + t))]);
        }
        return this;
    }

    /// <summary>Every kind of rule, with all options on.</summary>
    public static Optimizer[] All() =>
    [
        new SGD(0.1) { WeightDecay = 0.1 },
        new SGD(0.1) { Momentum = 0.9, WeightDecay = 0.1 },
        new SGD(0.1) { Momentum = 0.9, Nesterov = true, WeightDecay = 0.1 },
        new Adam { WeightDecay = 0.1, Epsilon = 1e-37 },
        new AdamW { WeightDecay = 0.1 },
    ];

    private static ParameterEntry Entry(string name, int[] shape, int offset, int length, TensorLayout layout, ParameterKind kind) =>
        new(name, shape, offset, length, layout, kind, Init.Zeros, 1, 5, 3);
}
