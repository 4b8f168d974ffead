using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The nested trainer: checks, copies into the arena, and the phases that its base puts in order.</summary>
internal static class TrainerEmitter
{
    private const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal";
    private const string Share = "global::StaticNet.Threading.Share";
    private const string Steps = "global::StaticNet.Generated.Steps";

    public static string Emit(CompiledNetwork network)
    {
        if (network.Declaration.Taken.Contains("Trainer"))
            return "";
        var arguments = new Arguments(network);
        var followed = new FollowedTables(network.Train, new Memory(network, network.Train, "Parameters", "Gradients", "Arena"));
        string interfaces = arguments.Trainer.Length == 0 ? "" : $", {arguments.Trainer}";
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
                    {{string.Join("\n", [.. arguments.Targets.Length > 0 ? ["__network = network;"] : Array.Empty<string>(), .. followed.Made])}}
                }

                {{string.Join("\n\n", Members(network, arguments, followed).Where(m => m.Length > 0))}}
            }
            """);
    }

    private static IEnumerable<string> Members(CompiledNetwork network, Arguments arguments, FollowedTables followed)
    {
        Program program = network.Train;
        var memory = new Memory(network, program, "Parameters", "Gradients", "Arena");
        string share = network.Threads > 1 ? ", share" : "";
        string backward = $"{Steps}.TrainBackward(ref Parameters, ref Gradients, ref Arena, batch, accumulate, Finite{(Switches.Has(network) ? ", Frozen" : "")}{share});";
        if (arguments.Targets.Length > 0)
            yield return $"private readonly {network.Declaration.Name} __network;";
        yield return string.Join("\n", followed.Fields);
        foreach (ImmutableArray<Argument> inputs in arguments.InputForms)
        {
            yield return CodeWriter.Text($$"""
                /// <summary>Runs the network in training mode and keeps what the backward pass needs.</summary>
                {{string.Join("\n", inputs.Select(a => $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>, row by row.{a.Says}</param>"))}}
                public void Forward({{string.Join(", ", inputs.Select(a => a.Span))}})
                {
                    {{arguments.CheckInputs}}
                    Enter();
                    try
                    {
                        Discard();
                        CopyInput({{Passed(inputs)}}, batch);
                        DoForward(batch);
                    }
                    finally
                    {
                        Exit();
                    }
                }
                """);
        }

        yield return CopyOut("CopyOutput", "the output of the last forward pass", ", before the loss's link", arguments.Outputs, ResultKind.Output, "CopyOutputRows");
        yield return CodeWriter.Text($$"""
            /// <summary>The backward pass from the gradient of something by the output, instead of the loss; adds to the gradients gathered.</summary>
            {{string.Join("\n", arguments.OutputGradients.Select(a => $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>, for the samples of the last forward pass; finite.</param>"))}}
            public void BackwardFrom({{string.Join(", ", arguments.OutputGradients.Select(a => a.Span))}})
            {
                Enter();
                try
                {
                    int batch = RequireForward();
                    {{string.Join("\n", arguments.OutputGradients.Select(a => a.CheckLength))}}
                    {{string.Join("\n", arguments.OutputGradients.Select(a => $"global::StaticNet.Check.Finite({a.Name}, nameof({a.Name}));"))}}
                    {{string.Join("\n", arguments.OutputGradients.Select(a => a.CopyTo(memory.Of(program.Result(ResultKind.OutputGradient, a.Value)!), program.Lying(ResultKind.OutputGradient, a.Value))))}}
                    DoBackwardFrom();
                }
                finally
                {
                    Exit();
                }
            }
            """);
        if (arguments.InputGradients.Length > 0)
            yield return CopyOut("CopyInputGradient", "the gradient of the loss by the input of the last backward pass", "", arguments.InputGradients, ResultKind.InputGradient, "CopyGradientRows");
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

        if (arguments.Targets.Length > 0)
            yield return LossEmitter.Emit(network, arguments, memory);
        foreach (ImmutableArray<Argument> inputs in arguments.InputForms)
            yield return CopyInto(program, memory, "CopyInput", inputs);
        if (network.Declaration.Deterministic)
        {
            yield return CodeWriter.Text($$"""
                /// <inheritdoc/>
                protected override bool Deterministic => true;
                """);
        }

        yield return Team.OfTrainer(network);
        yield return CodeWriter.Text($$"""
            /// <inheritdoc/>
            protected override void RunForward(int batch, ulong seed, uint step, {{Share}} share) => {{Steps}}.TrainForward(ref Parameters, ref Arena, batch, seed, step, Finite{{share}});

            /// <inheritdoc/>
            protected override void RunHead(int batch, {{Share}} share)
            {
                {{string.Join("\n", Head(program, memory, share))}}
            }

            /// <inheritdoc/>
            protected override void RunBackward(int batch, bool accumulate, {{Share}} share){{(followed.IsEmpty ? $" => {backward}" : Body([.. Once(followed.Begun, share), backward]))}}

            /// <inheritdoc/>
            protected override float Loss => {{(program.Result(ResultKind.Loss) is { } loss ? memory.Of(loss).Substring("ref ".Length) : "0")}};

            /// <inheritdoc/>
            protected override void CommitState()
            {
                {{string.Join("\n", Commits(program, memory))}}
            }
            """);

        string CopyOut(string name, string what, string more, ImmutableArray<Argument> copied, ResultKind kind, string copy) =>
            $"/// <summary>Copies {what}, <c>{Arguments.Shapes(copied)}</c>{more}.</summary>\n"
            + $"public void {name}({string.Join(", ", copied.Select(a => a.Filled))})"
            + Body([.. copied.Select(a => Copy(a, kind, copy))]);

        string Copy(Argument argument, ResultKind kind, string copy) =>
            $"{copy}({memory.Of(program.Result(kind, argument.Value)!)}, {argument.Name}, {argument.Length}, {program.Lying(kind, argument.Value).Pitch}, nameof({argument.Name}));";
    }

    /// <summary>The private method that writes all inputs, or all targets, into the arena.</summary>
    public static string CopyInto(Program program, Memory memory, string name, ImmutableArray<Argument> arguments)
    {
        string[] lines =
        [
            .. arguments.Select(a => (Argument: a, Given: program.Given(a.Value)))
                .SelectMany(a => a.Argument.CopyTo(memory.Of(a.Given), program.Storages[a.Given]).Split('\n')),
        ];
        return $"private void {name}({string.Join(", ", arguments.Select(a => a.Span))}, int batch){Body(lines)}";
    }

    // One statement is an expression.
    private static string Body(string[] lines) => lines.Length == 1 ? $" =>\n    {lines[0]}" : $"\n{{\n    {string.Join("\n    ", lines)}\n}}";

    /// <summary>The arguments' names, as a call passes them.</summary>
    public static string Passed(IEnumerable<Argument> arguments) => string.Join(", ", arguments.Select(a => a.Name));

    // By an output that no loss compares, the loss has no gradient.
    private static IEnumerable<string> Head(Program program, Memory memory, string share)
    {
        if (!program.In(Phase.Head).Any())
            return [];
        IEnumerable<string> cleared = program.OutputGradients
            .Select(g => g.Value)
            .Where(value => program.Inputs.Any(input => input.Value == value))
            .Select(value => $"{Marshal}.CreateSpan({memory.Of(value)}, batch * {program.Storages[value].Pitch}).Clear();");
        return Once(cleared, share).Append($"{Steps}.TrainHead(ref Parameters, ref Arena, batch, 0, 0, Finite{share});");
    }

    // What one of several threads does before all go on.
    private static IEnumerable<string> Once(IEnumerable<string> lines, string share) => share.Length == 0 || !lines.Any() ? lines
        : ["if (share.IsFirst)", "{", .. lines.Select(line => "    " + line), "}", "share.Wait();"];

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
