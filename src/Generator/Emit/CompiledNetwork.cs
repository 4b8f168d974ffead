using StaticNet.Generator.Declaration;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Emit;

/// <summary>A network with all its programs: everything that emission reads.</summary>
internal sealed record CompiledNetwork(
    NetworkDeclaration Declaration, NetworkGraphs Graphs, ImmutableArray<ParameterDeclaration> Parameters, ParameterPlan Plan, Program Predict, Program Train)
{
    /// <summary>The members of the class <c>Constants</c>; equal numbers have one.</summary>
    public IReadOnlyDictionary<Value, string> ConstantNames { get; } = ConstantEmitter.MembersOf(Predict, Train);

    /// <summary>FLOPs of one sample from input to output.</summary>
    public long ForwardFlops => Graphs.Layers.Sum(l => l.Flops);

    /// <summary>Floats of the training arena behind the gradients.</summary>
    public int TrainingFloats => Train.Arena.Floats;
}
