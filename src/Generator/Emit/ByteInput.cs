using StaticNet.Generator.Declaration;
using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>Inputs of bytes: each method that takes samples has a second form, which makes numbers of bytes while it copies them.</summary>
internal static class ByteInput
{
    /// <summary>The elements of which callers may give samples.</summary>
    public static IEnumerable<string> Elements(CompiledNetwork network) => Scale(network) is null ? ["float"] : ["float", "byte"];

    /// <summary>Floats behind the arena of inference, where bytes become samples.</summary>
    public static int Floats(CompiledNetwork network) =>
        Scale(network) is null ? 0 : Plan.Limits.Pad(checked(network.Declaration.MaxBatch * network.Graphs.Input.Count.Size));

    public static string Emit(CompiledNetwork network) => Scale(network) is not { } bytes ? "" : CodeWriter.Text($$"""
        // (x·scale − mean)/std
        private static readonly global::StaticNet.ByteScaling __bytes = new({{network.Graphs.Input.Count.Size}}, {{network.Declaration.Inputs[0].Shape[0]}}, {{Literals.Of(bytes.Scale)}}, [{{Numbers(bytes.Mean)}}], [{{Numbers(bytes.Std)}}]);
        """);

    /// <summary>The line that makes <c>x</c> of an argument <c>input</c>: the caller's own floats, or bytes behind the arena.</summary>
    public static string Samples(CompiledNetwork network, string element) => element == "float"
        ? "ref float x = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(input);"
        : CodeWriter.Text($$"""
            ref float x = ref global::System.Runtime.CompilerServices.Unsafe.Add(ref __arena.Origin, {{network.Predict.Arena.Floats}});
            __bytes.Copy(input, ref x, {{network.Graphs.Input.Count.Size}});
            """);

    /// <summary>The lines that copy samples into rows of an arena.</summary>
    public static string Copy(string element, string span, string target, Plan.Storage rows) => element == "float"
        ? $"global::StaticNet.Rows.Pad(ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({span}), {target}, batch, {rows.Columns}, {rows.Pitch});"
        : $"__bytes.Copy({span}, {target}, {rows.Pitch});\nglobal::StaticNet.Rows.ClearPadding({target}, batch, {rows.Columns}, {rows.Pitch});";

    /// <summary>What a column of a data set is made of.</summary>
    public static string Column(string element) => element == "float" ? "" : ", __bytes";

    /// <summary>What a method's documentation says of bytes.</summary>
    public static string Says(CompiledNetwork network, string element) => element == "float" || Scale(network) is not { } bytes
        ? ""
        : $" A byte x becomes {Formula(bytes)}.";

    // Of several means and deviations, one a channel, the words.
    private static string Formula(ByteScale bytes)
    {
        string scaled = $"x·{Number.Text(bytes.Scale)}";
        string centred = bytes.Mean is [] or [0] ? scaled : $"({scaled} − {(bytes.Mean.Count == 1 ? Number.Text(bytes.Mean[0]) : "mean")})";
        return bytes.Std is [] or [1] ? centred : $"{centred}/{(bytes.Std.Count == 1 ? Number.Text(bytes.Std[0]) : "std")}";
    }

    private static ByteScale? Scale(CompiledNetwork network) => network.Declaration.Inputs[0].Bytes;

    private static string Numbers(IEnumerable<double> values) => string.Join(", ", values.Select(Literals.Of));
}
