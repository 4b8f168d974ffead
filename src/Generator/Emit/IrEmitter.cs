using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The printed graphs, before any pass, for tests that interpret them (the build property <c>StaticNetEmitIr</c>).</summary>
internal static class IrEmitter
{
    /// <summary>What stands between the graph of inference and that of training.</summary>
    public const string Separator = "---\n";

    public static string Emit(CompiledNetwork network) => !network.Declaration.Options.EmitIr || network.Declaration.Taken.Contains("Ir") ? "" : CodeWriter.Text($$"""
        /// <summary>The graphs of inference and of training, as printed before any pass.</summary>
        internal const string Ir = {{Literals.Of(network.Graphs.Predict + Separator + network.Graphs.Train)}};
        """);
}
