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

    public bool TakesLabels => typeof(ITrainer<float, int>).IsAssignableFrom(TrainerType) || typeof(ITrainer<int, int>).IsAssignableFrom(TrainerType);

    /// <summary>Whether the input is of int32; here it is floats that hold the integers' bits.</summary>
    public bool TakesTokens => typeof(INetwork<int>).IsAssignableFrom(type);

    /// <summary>Whether a trainer gives the gradient of the input.</summary>
    public bool HasInputGradient => TrainerType.GetMethod("CopyInputGradient") is not null;

    /// <summary>The graphs of inference and of training.</summary>
    public string Ir => (string)Field("Ir")!;

    /// <summary>The fewest samples of a training step.</summary>
    public int MinimumBatch => type.GetCustomAttributes<BatchNormAttribute>().Any() ? 2 : 1;

    private Type TrainerType => type.GetNestedType("Trainer")!;

    public static AnyNetwork Of<TNetwork>() => new(typeof(TNetwork));

    public long Constant(string name) => Convert.ToInt64(Field(name), System.Globalization.CultureInfo.InvariantCulture);

    public long TrainingBytesWith(int slots) => (long)type.GetMethod("TrainingBytesWith")!.Invoke(null, [slots])!;

    public INetwork<float> New(ulong seed = 0) => Of(Activator.CreateInstance(type, seed)!);

    /// <summary>A network of this class as one of floats.</summary>
    public static INetwork<float> Of(object network) => network is INetwork<int> tokens ? new TokenNetwork(tokens) : (INetwork<float>)network;

    public AnyTrainer NewTrainer(INetwork<float> network, Optimizer? optimizer = null, ulong seed = 0) =>
        new((NetworkTrainer)Activator.CreateInstance(TrainerType, TokenNetwork.Inner(network), optimizer ?? new SGD(0.1), seed)!);

    public float[] Inputs(int samples, ulong seed = 1) => TakesTokens
        ? TokenNetwork.Floats(Numbers.Classes(samples * InputLength, type.GetCustomAttributes<EmbeddingAttribute>().Min(layer => layer.Count), seed))
        : Numbers.Normal(samples * InputLength, seed);

    /// <summary>The inputs as the network takes them.</summary>
    public Array Given(float[] inputs) => TakesTokens ? TokenNetwork.Bits(inputs).ToArray() : inputs;

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
        object samples = TakesTokens ? new ReadOnlyMemory<int>((int[])Given(inputs)) : new ReadOnlyMemory<float>(inputs);
        return (Batches)make.Invoke(null, [samples, memory, size, seed, shuffle, dropLast, new ReadOnlyMemory<float>(sampleWeights)])!;
    }

    public override string ToString() => type.Name;

    private object? Field(string name) => type.GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null);
}
