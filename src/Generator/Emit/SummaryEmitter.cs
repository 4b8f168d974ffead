using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The method that describes the network: layers, steps with their kernels, and how the arenas are used, as one constant.</summary>
internal static class SummaryEmitter
{
    private const string Fence = "```";

    public static string Emit(CompiledNetwork network) => network.Declaration.Taken.Contains("Summary") ? "" : CodeWriter.Text($$"""
        /// <summary>
        /// What the compiler made of the network: layers with output shapes, parameters and FLOPs; steps with their kernels; the arenas over the steps.
        /// </summary>
        /// <param name="markdown">Whether the tables are Markdown; otherwise they are plain text.</param>
        public static string Summary(bool markdown = false) => global::StaticNet.ModelSummary.Of(__Summary.Markdown, markdown);

        private static class __Summary
        {
            internal const string Markdown = {{Quotes}}
                {{string.Join("\n", Lines(network))}}
                {{Quotes}};
        }
        """);

    private static string Quotes => new('"', 3);

    private static IEnumerable<string> Lines(CompiledNetwork network)
    {
        yield return $"# {network.Declaration.Name}";
        yield return "";
        foreach (string line in ModelTable.Sentences(network))
            yield return line;
        yield return "";
        foreach (string line in MarkdownTable.Lines(["layer", "kind", "output", "parameters", "bytes", "per sample"], 3, network.Graphs.Layers.Select(l => Layer(l, network))))
            yield return line;
        foreach (string line in Arena("Inference", network.Predict, network, ByteInput.Floats(network)).Concat(Arena("Training", network.Train, network, 0)))
            yield return line;
    }

    private static string[] Layer(LayerSummary layer, CompiledNetwork network)
    {
        HashSet<string> tensors = [.. network.Parameters.Where(p => p.Layer == layer.Name).Select(p => p.Name)];
        return
        [
            layer.Name, layer.Kind, layer.Output.ToString(), Literals.Count(layer.Parameters),
            Literals.Count(network.Plan.Slots.Where(s => tensors.Contains(s.Name)).Sum(s => 4L * s.Floats)), Literals.Flops(layer.Flops),
        ];
    }

    private static IEnumerable<string> Arena(string title, Program program, CompiledNetwork network, int behind)
    {
        (int maxBatch, int threads) = (network.Declaration.MaxBatch, network.Threads);
        yield return "";
        yield return $"## {title}: {Count(program.Steps.Length, "step")} in {Literals.Bytes(4L * (program.Arena.Floats + behind))} of arena";
        yield return "";
        foreach (string line in MarkdownTable.Lines(["step", "method", "layers", "kernel", "per sample"], 4, program.Steps.Select(Step)))
            yield return line;
        string[][] legend = [.. ArenaMap.Legend(program, maxBatch, threads, behind)];
        if (legend.Length == 0)
            yield break;
        yield return "";
        foreach (string line in MarkdownTable.Lines(["mark", "value", "lies as", "at byte", "bytes", "steps"], 3, legend))
            yield return line;
        yield return "";
        yield return Fence;
        foreach (string line in ArenaMap.Lines(program, maxBatch, threads, behind))
            yield return line;
        yield return Fence;
    }

    private static string[] Step(PlannedStep planned, int index) =>
    [
        Literals.Of(index + 1), planned.Step.Name, string.Join(", ", planned.Step.Labels), planned.Kernel.Name, Literals.Flops(planned.Step.Flops),
    ];

    private static string Count(int count, string what) => $"{Literals.Of(count)} {what}{(count == 1 ? "" : "s")}";
}
