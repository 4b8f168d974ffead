using StaticNet.Generator.Declaration;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>What is emitted where several threads run a network together: inference as work for them, and from which batch on that is worth it.</summary>
internal static class Team
{
    private const string Work = "global::StaticNet.Threading.TeamWork";

    /// <summary>What inference is told to do, members of an enum in the network.</summary>
    public const string Output = "__Phase.Output", Prediction = "__Phase.Prediction", Evaluation = "__Phase.Evaluation";

    /// <summary>The most threads that run a network's programs; one where all samples that it takes are too little work to divide.</summary>
    public static int Of(NetworkDeclaration declaration, NetworkGraphs graphs) =>
        declaration.MaxBatch * graphs.Layers.Sum(layer => layer.Flops) >= (declaration.Options.ThreadsFrom ?? Limits.FlopsTogether) ? declaration.Threads : 1;

    /// <summary>The operations of a batch, from input to output, from which on threads work together.</summary>
    private static long Least(CompiledNetwork network) =>
        network.Declaration.Options.ThreadsFrom ?? Math.Max(Limits.FlopsTogether, network.Predict.Steps.Length * Limits.FlopsOfStep);

    /// <summary>What the trainer says of threads.</summary>
    public static string OfTrainer(CompiledNetwork network) => network.Declaration.Threads == 1 ? "" : CodeWriter.Text($$"""
        /// <inheritdoc/>
        protected override int MaxThreads => {{network.Declaration.Threads}};
        {{(network.Threads > 1 ? "\n" + Worth(network) : "")}}
        """);

    private static string Worth(CompiledNetwork network) => CodeWriter.Text($$"""
        /// <inheritdoc/>
        protected override long SampleFlops => {{Literals.Of(network.ForwardFlops)}};

        /// <inheritdoc/>
        protected override long LeastFlops => {{Literals.Of(Least(network))}};
        """);

    /// <summary>The work of inference, and how many threads do it.</summary>
    public static string OfInference(CompiledNetwork network)
    {
        int most = network.Declaration.Threads;
        string property = most == 1 || network.Declaration.Taken.Contains("Threads") ? "" : Property(most);
        if (network.Threads == 1)
            return property;
        string name = network.Declaration.Name;
        return CodeWriter.Text($$"""
            private readonly __Inference __inference;
            {{(property.Length > 0 ? property : $"private int __threads = {most};")}}

            private enum __Phase
            {
                Output,
                Prediction,
                Evaluation,
            }

            private sealed class __Inference({{name}} network) : {{Work}}
            {
                private global::StaticNet.Workspace _arena = null!;
                private int _batch;
                private __Phase _phase;

                public void Run(global::StaticNet.Workspace arena, int batch, __Phase phase)
                {
                    (_arena, _batch, _phase) = (arena, batch, phase);
                    RunOn(network.__threads, batch * {{Literals.Of(network.ForwardFlops)}}, {{Literals.Of(Least(network))}});
                }

                /// <inheritdoc/>
                protected override void Run(global::StaticNet.Threading.Share share)
                {
                    ref float parameters = ref network.Parameters.Origin;
                    ref float arena = ref _arena.Origin;
                    {{(network.Evaluate is null ? "" : $"if (_phase == {Evaluation})\n{{\n    {Call("Evaluate")}\n    return;\n}}\n")}}
                    {{Call("Forward")}}
                    {{(network.Predict.In(Phase.Head).Any() ? $"if (_phase == {Prediction})\n    {Call("Link")}" : "")}}
                }
            }
            """);

        static string Property(int threads) => CodeWriter.Text($$"""
            private int __threads = {{threads}};

            /// <summary>
            /// How many threads work on a call that is long enough, the caller's among them: 1 to {{threads}}, as many at first. Results are the same, bit for bit,
            /// for any number.
            /// </summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">Less than 1 or more than {{threads}}.</exception>
            public int Threads
            {
                get => __threads;
                set => __threads = global::StaticNet.Check.Threads(value, {{threads}});
            }
            """);

        static string Call(string program) => $"global::StaticNet.Generated.Steps.{program}(ref parameters, ref arena, _batch, share);";
    }
}
