using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Emit;

/// <summary>The C# references to a program's stored values, given those to its memories.</summary>
/// <param name="network">The network.</param>
/// <param name="program">The program.</param>
/// <param name="parameters">The reference to the parameters, and so on.</param>
/// <param name="gradients">The gradients.</param>
/// <param name="arena">The arena.</param>
/// <param name="input">The reference to an input by the name of its parameter; by default that name.</param>
internal sealed class Memory(
    CompiledNetwork network, Program program, string parameters, string gradients, string arena, Func<string, string>? input = null)
{
    /// <summary>The reference to a value: <c>ref Unsafe.Add(ref arena, 128)</c>.</summary>
    public string Of(Value value) => Of(program.Storages[value], value);

    /// <summary>The reference to a step's scratch; of what each thread has, to that of the share's thread.</summary>
    public string Scratch(PlannedStep planned, int index, bool isShared)
    {
        string first = At(arena, program.Arena.Scratch[planned.Step][index]);
        return !isShared || Arena.Pieces(planned, index, network.Threads) == 1 ? first
            : first.Substring(0, first.Length - 1) + $" + share.Part * {Arena.ScratchOf(planned, network.Declaration.MaxBatch).ElementAt(index)})";
    }

    /// <summary>The reference to a parameter or state by its name.</summary>
    public string Parameter(string name) => At(parameters, network.Plan.OffsetOf(name));

    /// <summary>The reference to the gradient of a parameter by its name.</summary>
    public string Gradient(string name) => At(gradients, network.Plan.OffsetOf(name));

    private string Of(Storage storage, Value value) => storage.Region switch
    {
        Region.Input => $"ref {(input is null ? storage.Name : input(storage.Name))}",
        Region.Constants when value.Element == Element.Int32 =>
            $"ref global::System.Runtime.CompilerServices.Unsafe.As<int, float>(ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(Constants.{network.ConstantNames[value]}))",
        Region.Constants => $"ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(Constants.{network.ConstantNames[value]})",
        Region.Parameters => Parameter(storage.Parameter!),
        Region.Gradients => Gradient(storage.Parameter!),
        _ => At(arena, program.Arena.Offsets[value]),
    };

    private static string At(string memory, int offset) => $"ref global::System.Runtime.CompilerServices.Unsafe.Add(ref {memory}, {offset})";
}
