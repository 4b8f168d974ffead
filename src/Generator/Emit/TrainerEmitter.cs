using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The nested trainer: checks, copies into the arena, and the phases that its base puts in order.</summary>
internal static class TrainerEmitter
{
    private const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";
    private const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal";
    private const string Steps = "global::StaticNet.Generated.Steps";

    public static string Emit(CompiledNetwork network)
    {
        if (network.Declaration.Taken.Contains("Trainer"))
            return "";
        Target? target = network.Graphs.Target;
        string type = target?.Element == Element.Int32 ? "int" : "float";
        string interfaces = target is null ? "" : $", global::StaticNet.ITrainer<float, {type}>";
        return CodeWriter.Text($$"""
            /// <summary>Trains a {{network.Declaration.Name}}: {{Literals.Bytes(4L * (network.Plan.TrainableFloats + network.TrainingFloats))}} of working memory, nothing allocated after construction.</summary>
            public sealed class Trainer : global::StaticNet.NetworkTrainer{{interfaces}}
            {
                /// <summary>A trainer of <paramref name="network"/>.</summary>
                /// <param name="network">Whose parameters it updates.</param>
                /// <param name="optimizer">How it updates them; a new one, which belongs to this trainer from now on.</param>
                /// <param name="seed">The seed of dropout and other noise.</param>
                public Trainer({{network.Declaration.Name}} network, global::StaticNet.Optimizer optimizer, ulong seed = 0)
                    : base((network ?? throw new global::System.ArgumentNullException(nameof(network))).Parameters, optimizer, {{network.TrainingFloats}}, {{network.Graphs.MinimumBatch}}, seed{{(network.Graphs.MinimumBatch > 1 ? $", {Literals.Of(network.Graphs.MinimumBatchOf)}" : "")}})
                {
                }

                {{string.Join("\n\n", Members(network, target, type).Where(m => m.Length > 0))}}
            }
            """);
    }

    private static IEnumerable<string> Members(CompiledNetwork network, Target? target, string type)
    {
        Program program = network.Train;
        var memory = new Memory(network, program, "Parameters", "Gradients", "Arena");
        string input = network.Graphs.Input.ToString(), output = network.Graphs.Output.ToString();
        int inputs = network.Graphs.Input.Count.Size, outputs = network.Graphs.Output.Count.Size;
        string checkBatch = $"int batch = global::StaticNet.Check.Batch(input.Length, {inputs}, {network.Declaration.MaxBatch}, nameof(input));";

        foreach (string element in ByteInput.Elements(network))
        {
            yield return CodeWriter.Text($$"""
                /// <summary>Runs the network in training mode and keeps what the backward pass needs.</summary>
                /// <param name="input"><c>{{input}}</c>, row by row.{{ByteInput.Says(network, element)}}</param>
                public void Forward(global::System.ReadOnlySpan<{{element}}> input)
                {
                    {{checkBatch}}
                    Enter();
                    try
                    {
                        Discard();
                        CopyInput(input, batch);
                        DoForward(batch);
                    }
                    finally
                    {
                        Exit();
                    }
                }
                """);
        }

        yield return CodeWriter.Text($$"""
            /// <summary>Copies the output of the last forward pass, <c>{{output}}</c>, before the loss's link.</summary>
            public void CopyOutput(global::System.Span<float> output) =>
                {{CopyOut(program, ResultKind.Output, memory, outputs, "output")}}
            """);
        yield return CodeWriter.Text($$"""
            /// <summary>The backward pass from the gradient of something by the output, instead of the loss; adds to the gradients gathered.</summary>
            /// <param name="outputGradient"><c>{{output}}</c>, for the samples of the last forward pass; finite.</param>
            public void BackwardFrom(global::System.ReadOnlySpan<float> outputGradient)
            {
                Enter();
                try
                {
                    int batch = RequireForward();
                    global::StaticNet.Check.Length(outputGradient.Length, {{outputs}}, batch, nameof(outputGradient));
                    global::StaticNet.Check.Finite(outputGradient, nameof(outputGradient));
                    {{CopyIn(program.Lying(ResultKind.OutputGradient), memory.Of(program.Result(ResultKind.OutputGradient)!), "outputGradient", "float")}}
                    DoBackwardFrom();
                }
                finally
                {
                    Exit();
                }
            }
            """);
        if (program.Result(ResultKind.InputGradient) is not null)
        {
            yield return CodeWriter.Text($$"""
                /// <summary>Copies the gradient of the loss by the input of the last backward pass, <c>{{input}}</c>.</summary>
                public void CopyInputGradient(global::System.Span<float> inputGradient) =>
                    {{CopyOut(program, ResultKind.InputGradient, memory, inputs, "inputGradient", "CopyGradientRows")}}
                """);
        }

        if (Commits(program, memory).Any())
        {
            yield return CodeWriter.Text($$"""
                /// <inheritdoc/>
                protected override void CheckStates()
                {
                    {{string.Join("\n", StateChecks(program, memory))}}
                }
                """);
        }

        if (target is not null)
            yield return Losses(network, target, type, checkBatch, memory);
        foreach (string element in ByteInput.Elements(network))
        {
            yield return CodeWriter.Text($$"""
                private void CopyInput(global::System.ReadOnlySpan<{{element}}> input, int batch)
                {
                    {{CopyIn(program.Storages[program.Given(NetworkGraphs.InputName)], memory.Of(program.Given(NetworkGraphs.InputName)), "input", element)}}
                }
                """);
        }

        if (network.Declaration.Deterministic)
        {
            yield return CodeWriter.Text($$"""
                /// <inheritdoc/>
                protected override bool Deterministic => true;
                """);
        }

        yield return CodeWriter.Text($$"""
            /// <inheritdoc/>
            protected override void RunForward(int batch, ulong seed, uint step) => {{Steps}}.TrainForward(ref Parameters, ref Arena, batch, seed, step, Finite);

            /// <inheritdoc/>
            protected override void RunHead(int batch)
            {
                {{(program.In(Phase.Head).Any() ? $"{Steps}.TrainHead(ref Parameters, ref Arena, batch, 0, 0, Finite);" : "")}}
            }

            /// <inheritdoc/>
            protected override void RunBackward(int batch, bool accumulate) => {{Steps}}.TrainBackward(ref Parameters, ref Gradients, ref Arena, batch, accumulate, Finite);

            /// <inheritdoc/>
            protected override float Loss => {{(program.Result(ResultKind.Loss) is { } loss ? memory.Of(loss).Substring("ref ".Length) : "0")}};

            /// <inheritdoc/>
            protected override void CommitState()
            {
                {{string.Join("\n", Commits(program, memory))}}
            }
            """);
    }

    private static string Losses(CompiledNetwork network, Target target, string type, string checkBatch, Memory memory)
    {
        Program program = network.Train;
        Value input = program.Given(NetworkGraphs.InputName), value = program.Given(NetworkGraphs.TargetName);
        Storage inputs = program.Storages[input], targets = program.Storages[value];
        string inputArea = memory.Of(input), targetArea = memory.Of(value);
        string weights = memory.Of(program.Given(NetworkGraphs.SampleWeightsName));
        string checkTarget = $"global::StaticNet.Check.Length(target.Length, {target.Shape.Count.Size}, batch, nameof(target));"
            + Checked(target, "\n", "target", targets.Columns, targets.Columns, "nameof(target)")
            + "\nglobal::StaticNet.Check.SampleWeights(sampleWeights.Length, batch, nameof(sampleWeights));";
        string gathered = target.Classes is null
            ? $"{Marshal}.CreateReadOnlySpan({targetArea}, samples * {targets.Pitch})"
            : $"{Marshal}.CreateReadOnlySpan(ref {Unsafe}.As<float, int>({targetArea}), samples)";
        string checkGathered = Checked(target, "", gathered, targets.Columns, targets.Pitch, "\"target\"");
        string targetText = $"<c>{target.Shape}</c>{Range(target)}";
        return CodeWriter.Text($$"""
            /// <summary>The loss of the last forward pass; adds its gradients to those gathered. A loss that is not finite changes nothing.</summary>
            /// <param name="target">{{targetText}}, for the samples of the last forward pass.</param>
            /// <param name="sampleWeights">A weight for each sample, which multiplies its part of the loss; by default 1.</param>
            /// <exception cref="global::StaticNet.NonFiniteLossException">The loss is not a finite number.</exception>
            public float Backward(global::System.ReadOnlySpan<{{type}}> target, global::System.ReadOnlySpan<float> sampleWeights = default)
            {
                Enter();
                try
                {
                    int batch = RequireForward();
                    {{checkTarget}}
                    CopyTarget(target, batch);
                    CopySampleWeights(sampleWeights, {{weights}}, batch);
                    return DoBackward();
                }
                finally
                {
                    Exit();
                }
            }

            {{string.Join("\n\n", ByteInput.Elements(network).Select(Step))}}

            /// <summary>As above, for a batch of <see cref="Batches"/>.</summary>
            public float Step(global::StaticNet.Batch batch)
            {
                int samples = RequireBatch(batch, __schema, {{Literals.Of(network.Declaration.Name)}});
                Enter();
                try
                {
                    Discard();
                    batch.Gather(0, {{inputArea}}, {{inputs.Pitch}});
                    global::StaticNet.Rows.ClearPadding({{inputArea}}, samples, {{inputs.Columns}}, {{inputs.Pitch}});
                    batch.Gather(1, {{targetArea}}, {{targets.Pitch}});
                    global::StaticNet.Rows.ClearPadding({{targetArea}}, samples, {{targets.Columns}}, {{targets.Pitch}});
                    {{checkGathered}}
                    GatherSampleWeights(batch, 2, {{weights}});
                    return DoStep(samples);
                }
                finally
                {
                    Exit();
                }
            }

            private void CopyTarget(global::System.ReadOnlySpan<{{type}}> target, int batch) =>
                {{CopyIn(program.Storages[value], memory.Of(value), "target", type)}}
            """);

        string Step(string element) => CodeWriter.Text($$"""
            /// <summary>Forward pass, loss, backward pass and update; returns the loss. Allocates nothing.</summary>
            /// <param name="input"><c>{{network.Graphs.Input}}</c>, row by row.{{ByteInput.Says(network, element)}}</param>
            /// <param name="target">{{targetText}}.</param>
            /// <param name="sampleWeights">A weight for each sample, which multiplies its part of the loss; by default 1.</param>
            /// <exception cref="global::StaticNet.NonFiniteLossException">The loss is not a finite number; nothing has changed.</exception>
            public float Step(global::System.ReadOnlySpan<{{element}}> input, global::System.ReadOnlySpan<{{type}}> target, global::System.ReadOnlySpan<float> sampleWeights = default)
            {
                {{checkBatch}}
                {{checkTarget}}
                Enter();
                try
                {
                    Discard();
                    CopyInput(input, batch);
                    CopyTarget(target, batch);
                    CopySampleWeights(sampleWeights, {{weights}}, batch);
                    return DoStep(batch);
                }
                finally
                {
                    Exit();
                }
            }
            """);
    }

    /// <summary>Which targets are in range, as a sentence goes on.</summary>
    public static string Range(Target target) => target.Classes is { } classes ? $", class indices from 0 to {classes - 1}"
        : target.IsProbability ? ", from 0 to 1"
        : "";

    // A target's range, checked before anything is written.
    public static string Checked(Target target, string before, string span, int columns, int pitch, string name) =>
        target.Classes is { } classes ? $"{before}global::StaticNet.Check.Classes({span}, {classes}, {name});"
        : target.IsProbability ? $"{before}global::StaticNet.Check.Probabilities({span}, {columns}, {pitch}, {name});"
        : "";

    private static string CopyIn(Storage storage, string place, string span, string type)
    {
        if (type == "byte")
            return ByteInput.Copy(type, span, place, storage);
        string source = type == "int"
            ? $"ref {Unsafe}.As<int, float>(ref {Marshal}.GetReference({span}))"
            : $"ref {Marshal}.GetReference({span})";
        return $"global::StaticNet.Rows.Pad({source}, {place}, batch, {storage.Columns}, {storage.Pitch});";
    }

    private static string CopyOut(Program program, ResultKind kind, Memory memory, int width, string span, string copy = "CopyOutputRows")
    {
        return $"{copy}({memory.Of(program.Result(kind)!)}, {span}, {width}, {program.Lying(kind).Pitch}, nameof({span}));";
    }

    private static IEnumerable<string> StateChecks(Program program, Memory memory) =>
        from result in program.Graph.Results
        where result.Kind == ResultKind.NextState
        let storage = program.Storages[result.Value.Root()]
        select $"RequireFiniteState({memory.Of(result.Value.Root())}, {storage.Columns}, {Literals.Of(result.Name)});";

    private static IEnumerable<string> Commits(Program program, Memory memory) =>
        from result in program.Graph.Results
        where result.Kind == ResultKind.NextState
        let storage = program.Storages[result.Value.Root()]
        select $"global::StaticNet.Rows.Unpad({memory.Of(result.Value.Root())}, {memory.Parameter(result.Name)}, 1, {storage.Pitch}, {storage.Pitch});";
}
