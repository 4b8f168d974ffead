using System.Security;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The table of a network's layers: as a comment at the head of the file and as the class's summary.</summary>
internal static class ModelTable
{
    private static readonly string[] Head = ["layer", "kind", "output", "parameters", "per sample"];

    public static string Comment(CompiledNetwork network)
    {
        string[][] rows = [Head, .. Rows(network)];
        int[] widths = [.. Enumerable.Range(0, Head.Length).Select(c => rows.Max(r => r[c].Length))];
        IEnumerable<string> lines = rows.Select(r =>
            "// " + string.Join("   ", r.Select((cell, c) => c < 3 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
        return string.Join("\n", [$"// {network.Declaration.Name}: {Sentence(network)}", "//", .. lines, "//", .. Costs(network).Select(c => $"// {c}")]);
    }

    public static string Documentation(CompiledNetwork network) => CodeWriter.Text($$"""
        /// <summary>
        /// {{Xml(Sentence(network))}}
        /// <list type="table">
        /// <listheader><term>layer</term><description>output, parameters, cost per sample</description></listheader>
        {{string.Join("\n", Rows(network).Select(r => $"/// <item><term>{r[0]}</term><description>{r[2]}, {r[3]}, {r[4]}</description></item>"))}}
        /// </list>
        {{string.Join("\n", Costs(network).Select(c => $"/// {Xml(c)}<br/>"))}}
        /// </summary>
        """);

    /// <summary>What the network takes, gives and costs, a line each.</summary>
    public static IEnumerable<string> Sentences(CompiledNetwork network) => Costs(network).Prepend(Sentence(network));

    private static string Sentence(CompiledNetwork network) =>
        $"{Shapes(network.Graphs.Inputs)} → {Shapes(network.Graphs.Outputs)}, {Literals.Count(network.Parameters.Where(p => p.Kind != ParameterKind.State).Sum(p => (long)p.Count))} parameters, up to {Literals.Count(network.Declaration.MaxBatch)} samples a call.";

    // Of several each is named.
    private static string Shapes(ImmutableArray<GivenValue> values) =>
        string.Join(", ", values.Select(v => values.Length == 1 ? v.Shape.ToString() : $"{v.Name} {v.Shape}"));

    private static IEnumerable<string[]> Rows(CompiledNetwork network) => network.Graphs.Layers.Select(l => new[]
    {
        l.Name, l.Kind, l.Output.ToString(), Literals.Count(l.Parameters), Literals.Flops(l.Flops),
    });

    private static IEnumerable<string> Costs(CompiledNetwork network) =>
    [
        $"{Literals.Flops(network.ForwardFlops)} per sample forward.",
        $"{Literals.Bytes(4L * network.InferenceFloats)} of arena for inference, {Literals.Bytes(4L * (network.Plan.TrainableFloats + network.TrainingFloats))} for training, {Literals.Bytes(4L * network.Plan.Floats)} of parameters as stored.",
    ];

    private static string Xml(string text) => SecurityElement.Escape(text);
}
