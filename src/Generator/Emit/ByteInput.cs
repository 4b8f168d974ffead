using StaticNet.Generator.Declaration;
using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>Inputs of bytes: each method that takes samples has a second form, which makes numbers of bytes while it copies them.</summary>
internal static class ByteInput
{
    /// <summary>Floats behind the arena of inference, where bytes become samples; none where all samples are copied into it for other threads.</summary>
    public static int Floats(CompiledNetwork network) => network.Graphs.Inputs.Aggregate(0, (floats, input) => checked(floats + Floats(network, input)));

    /// <summary>Where the samples of an input lie, which bytes become for inference.</summary>
    public static int Offset(CompiledNetwork network, string input) =>
        network.Predict.Arena.Floats + network.Graphs.Inputs.TakeWhile(other => other.Name != input).Sum(other => Floats(network, other));

    /// <summary>The fields that know how bytes become numbers.</summary>
    public static string Emit(CompiledNetwork network)
    {
        IEnumerable<string> fields =
            from input in network.Declaration.Inputs
            let bytes = input.Bytes
            where bytes is not null
            let length = network.Graphs.Inputs.Single(given => given.Name == input.Name).Shape.Count.Size
            select $"private static readonly global::StaticNet.ByteScaling {Field(network, input.Name)} = new({length}, {input.Shape[0]}, {Literals.Of(bytes.Scale)}, [{Numbers(bytes.Mean)}], [{Numbers(bytes.Std)}]);";
        string text = string.Join("\n", fields);
        return text.Length > 0 ? $"// (x·scale − mean)/std\n{text}" : "";
    }

    /// <summary>The argument with bytes; itself where its input takes none.</summary>
    public static Argument Of(CompiledNetwork network, Argument input) => Scale(network, input.Value) is not { } bytes ? input : input with
    {
        Type = "byte",
        Bytes = Field(network, input.Value),
        Says = $" A byte x becomes {Formula(bytes)}.",
    };

    private static int Floats(CompiledNetwork network, GivenValue input) =>
        network.Threads > 1 || Scale(network, input.Name) is null ? 0 : Plan.Limits.Pad(checked(network.Declaration.MaxBatch * input.Shape.Count.Size));

    // No parameter has a name that begins so.
    private static string Field(CompiledNetwork network, string input) =>
        network.Declaration.Inputs.Count == 1 ? "__bytes" : $"__{input}Bytes";

    // Of several means and deviations, one a channel, the words.
    private static string Formula(ByteScale bytes)
    {
        string scaled = $"x·{Number.Text(bytes.Scale)}";
        string centred = bytes.Mean is [] or [0] ? scaled : $"({scaled} − {(bytes.Mean.Count == 1 ? Number.Text(bytes.Mean[0]) : "mean")})";
        return bytes.Std is [] or [1] ? centred : $"{centred}/{(bytes.Std.Count == 1 ? Number.Text(bytes.Std[0]) : "std")}";
    }

    private static ByteScale? Scale(CompiledNetwork network, string input) => network.Declaration.Inputs.Single(given => given.Name == input).Bytes;

    private static string Numbers(IEnumerable<double> values) => string.Join(", ", values.Select(Literals.Of));
}
