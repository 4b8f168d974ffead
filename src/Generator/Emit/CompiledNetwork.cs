using StaticNet.Generator.Declaration;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Emit;

/// <summary>A network with all its programs: everything that emission reads. <c>Threads</c> run them together, one where no batch is worth more.</summary>
internal sealed record CompiledNetwork(
    NetworkDeclaration Declaration, NetworkGraphs Graphs, ImmutableArray<ParameterDeclaration> Parameters, ParameterPlan Plan, int Threads, Program Predict, Program Train,
    Program? Evaluate, Program? Stream)
{
    public IEnumerable<Program> Programs => new[] { Predict, Train, Evaluate, Stream }.OfType<Program>();

    /// <summary>The members of the class <c>Constants</c>; equal numbers have one.</summary>
    public IReadOnlyDictionary<Value, string> ConstantNames { get; } = ConstantEmitter.MembersOf([.. new[] { Predict, Train, Evaluate, Stream }.OfType<Program>()]);

    /// <summary>FLOPs of one sample from input to output.</summary>
    public long ForwardFlops => Graphs.Layers.Sum(l => l.Flops);

    /// <summary>Floats of the arena of inference, with what inputs of bytes are copied to.</summary>
    public int InferenceFloats => checked(Predict.Arena.Floats + ByteInput.Floats(this));

    /// <summary>Floats of the training arena behind the gradients.</summary>
    public int TrainingFloats => Train.Arena.Floats;
}
