using System.Reflection;

namespace StaticNet.Network.Tests.Contract;

/// <summary>A network class seen by tests that serve any of them: its constants, instances, trainers, and data of its shapes.</summary>
internal sealed class AnyNetwork(Type type)
{
    public Type Type => type;

    public int MaxBatch => (int)Constant("MaxBatch");

    public int InputLength => (int)Constant("InputLength");

    public int OutputLength => (int)Constant("OutputLength");

    public bool HasLoss => typeof(ITrainer).IsAssignableFrom(TrainerType);

    public bool TakesLabels => typeof(ITrainer<float, int>).IsAssignableFrom(TrainerType);

    /// <summary>The graphs of inference and of training.</summary>
    public string Ir => (string)Field("Ir")!;

    /// <summary>The fewest samples of a training step.</summary>
    public int MinimumBatch => type.GetCustomAttributes<BatchNormAttribute>().Any() ? 2 : 1;

    private Type TrainerType => type.GetNestedType("Trainer")!;

    public static AnyNetwork Of<TNetwork>() => new(typeof(TNetwork));

    public long Constant(string name) => Convert.ToInt64(Field(name), System.Globalization.CultureInfo.InvariantCulture);

    public long TrainingBytesWith(int slots) => (long)type.GetMethod("TrainingBytesWith")!.Invoke(null, [slots])!;

    public INetwork<float> New(ulong seed = 0) => (INetwork<float>)Activator.CreateInstance(type, seed)!;

    public AnyTrainer NewTrainer(INetwork<float> network, Optimizer? optimizer = null, ulong seed = 0) =>
        new((NetworkTrainer)Activator.CreateInstance(TrainerType, network, optimizer ?? new SGD(0.1), seed)!);

    public float[] Inputs(int samples, ulong seed = 1) => Numbers.Normal(samples * InputLength, seed);

    /// <summary>Targets that every loss takes: classes, or numbers from 0 to 1.</summary>
    public Target Targets(int samples, ulong seed = 2) =>
        TakesLabels ? new(Numbers.Classes(samples, OutputLength, seed)) : new(Numbers.Uniform(samples * OutputLength, seed));

    /// <summary>Weights of samples, from 0.5 to 1.5.</summary>
    public float[] SampleWeights(int samples, ulong seed = 3) => [.. Numbers.Uniform(samples, seed).Select(u => 0.5f + u)];

    public Batches Batches(
        float[] inputs, Target targets, int size, ulong seed = 0, bool shuffle = true, bool dropLast = false, float[]? sampleWeights = null)
    {
        MethodInfo make = type.GetMethod("Batches")!;
        object memory = targets.IsLabels ? new ReadOnlyMemory<int>(targets.Labels) : new ReadOnlyMemory<float>(targets.Floats);
        return (Batches)make.Invoke(null, [new ReadOnlyMemory<float>(inputs), memory, size, seed, shuffle, dropLast, new ReadOnlyMemory<float>(sampleWeights)])!;
    }

    public override string ToString() => type.Name;

    private object? Field(string name) => type.GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null);
}
