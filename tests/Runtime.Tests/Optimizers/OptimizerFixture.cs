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

    public void Apply(double scale = 1)
    {
        ref float gradients = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_gradients), _gradientBase);
        Optimizer.Apply(ref gradients, Optimizer.Factor(ref gradients, scale));
    }

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

    /// <summary>Every kind of rule, with its options on, and every option that all optimizers have.</summary>
    public static Optimizer[] All() =>
    [
        new SGD(0.1) { WeightDecay = 0.1 },
        new SGD(0.1) { Momentum = 0.9, Dampening = 0.1, WeightDecay = 0.1 },
        new SGD(0.1) { Momentum = 0.9, Nesterov = true, WeightDecay = 0.1 },
        new Adam { WeightDecay = 0.1, Epsilon = 1e-37 },
        new Adam { AmsGrad = true, ClipNorm = 1, L1 = 0.1 },
        new AdamW { WeightDecay = 0.1 },
        new AdamW { AmsGrad = true, EmaDecay = 0.9, MaxNorm = 0.5 },
        new NAdam { WeightDecay = 0.1, Epsilon = 1e-37 },
        new NAdam { WeightDecay = 0.1, DecoupledWeightDecay = true },
        new RAdam { WeightDecay = 0.1 },
        new RAdam { Beta2 = 0.5, WeightDecay = 0.1, DecoupledWeightDecay = true },
        new RMSprop { Epsilon = 1e-37 },
        new RMSprop { Centered = true, L2 = 0.1 },
        new RMSprop { Momentum = 0.9, ClipValue = 0.2 },
        new RMSprop { Centered = true, Momentum = 0.9, EmaDecay = 0.5 },
        new Adagrad { LearningRateDecay = 0.1, InitialAccumulatorValue = 0.1 },
        new Adadelta { WeightDecay = 0.1 },
        new Lion { WeightDecay = 0.1 },
        new LAMB { Epsilon = 1e-37 },
        new LAMB { ClipNorm = 0.1, L1 = 0.1, L2 = 0.1, MaxNorm = 0.5, EmaDecay = 0.5, Groups = [ParameterGroup.NoDecay] },
    ];

    private static ParameterEntry Entry(string name, int[] shape, int offset, int length, TensorLayout layout, ParameterKind kind) =>
        new(name, shape, offset, length, layout, kind, Init.Zeros, 1, 5, 3);
}
