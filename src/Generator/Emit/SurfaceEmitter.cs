using StaticNet.Generator.Declaration;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The public members of the class: constants, construction, prediction, storage, batches.</summary>
internal static class SurfaceEmitter
{
    public static string Emit(CompiledNetwork network)
    {
        var taken = new HashSet<string>(network.Declaration.Taken);
        return string.Join("\n\n", Members(network).Where(m => !taken.Contains(m.Name)).Select(m => m.Text));
    }

    private static IEnumerable<(string Name, string Text)> Members(CompiledNetwork network)
    {
        NetworkDeclaration declaration = network.Declaration;
        var arguments = new Arguments(network);
        long training = 4L * (network.Plan.TrainableFloats + network.TrainingFloats);
        yield return ("MaxBatch", Constant("int", "MaxBatch", Literals.Of(declaration.MaxBatch), "The largest batch that a call takes."));
        foreach (Argument input in arguments.Inputs)
            yield return Length(input, arguments.Inputs.Length == 1 ? "InputLength" : $"{LayerNames.Member(input.Value)}Length", "Elements", "input");
        foreach (Argument output in arguments.Outputs)
            yield return Length(output, arguments.Outputs.Length == 1 ? "OutputLength" : $"{LayerNames.Member(output.Value)}Length", "Floats", "output");
        yield return ("ParameterCount", Constant(
            "int", "ParameterCount", Literals.Of(network.Parameters.Where(p => p.Kind != ParameterKind.State).Sum(p => p.Count)),
            network.Parameters.Any(p => p.Trainable == Trainable.Never) ? "Numbers of parameters, those never trained included, padding not counted." : "Trainable numbers, padding not counted."));
        yield return ("ForwardFlops", Constant("long", "ForwardFlops", Literals.Of(network.ForwardFlops), "Floating-point operations of one sample from input to output."));
        yield return ("ArenaBytes", Constant("long", "ArenaBytes", Literals.Of(4L * network.InferenceFloats), "Working memory of inference for <see cref=\"MaxBatch\"/> samples."));
        yield return ("TrainingBytes", Constant(
            "long", "TrainingBytes", Literals.Of(training), "Working memory of a trainer for <see cref=\"MaxBatch\"/> samples: gradients, kept values, scratch."));
        yield return ("TrainingBytesWith", CodeWriter.Text($$"""
            /// <summary><see cref="TrainingBytes"/> and the optimizer's state.</summary>
            /// <param name="slots">The optimizer's <c>Slots</c>.</param>
            public static long TrainingBytesWith(int slots) => TrainingBytes + slots * {{Literals.Of(4L * network.Plan.TrainableFloats)}};
            """));
        yield return (".fields", CodeWriter.Text($$"""
            private static readonly object __schema = new();
            private readonly global::StaticNet.Workspace __arena;
            """));
        yield return (Surface.Constructor, CodeWriter.Text($$"""
            /// <summary>A network whose parameters start as its layers say, the same for the same seed on every platform.</summary>
            public {{declaration.Name}}(ulong seed = 0)
                : this(new global::StaticNet.ParameterStore(__Table.Value), new global::StaticNet.Workspace({{network.InferenceFloats}})) =>
                Parameters.Initialize(seed);

            private {{declaration.Name}}(global::StaticNet.ParameterStore parameters, global::StaticNet.Workspace arena)
            {
                Parameters = parameters;
                __arena = arena;
                {{(network.Threads > 1 ? "__inference = new(this);" : "")}}
                parameters.Attach(arena);
            }
            """));
        foreach (ImmutableArray<Argument> inputs in arguments.InputForms)
        {
            yield return ("Predict", Inference(network, arguments, inputs, "Predict", "The prediction: the output with the loss's link applied.", ResultKind.Prediction));
            yield return ("Forward", Inference(network, arguments, inputs, "Forward", "The declared output, before the loss's link.", ResultKind.Output));
        }

        foreach (var member in StorageEmitter.Members(network))
            yield return member;
        foreach (ImmutableArray<Argument> inputs in arguments.InputForms.Where(_ => arguments.Targets.Length > 0))
            yield return ("Batches", Batches(inputs, arguments.Targets));
        if (declaration.Taken.Count == 0)
            yield return (".interface", Interface(arguments));
    }

    private static string Constant(string type, string name, string value, string summary) => CodeWriter.Text($$"""
        /// <summary>{{summary}}</summary>
        public const {{type}} {{name}} = {{value}};
        """);

    private static (string Name, string Text) Length(Argument argument, string name, string elements, string what) =>
        (name, Constant("int", name, Literals.Of(argument.Length), $"{elements} of one sample of the {what}{(name is "InputLength" or "OutputLength" ? "" : $" <c>{argument.Name}</c>")}, <c>{argument.Shape}</c>."));

    private static string Interface(Arguments arguments) => CodeWriter.Text($$"""
        int global::StaticNet.INetwork.MaxBatch => MaxBatch;
        {{(arguments.HasOneInputAndOutput ? $"int {arguments.Network}.InputLength => InputLength;\nint {arguments.Network}.OutputLength => OutputLength;" : "")}}
        """).TrimEnd();

    private static string Inference(CompiledNetwork network, Arguments arguments, ImmutableArray<Argument> inputs, string name, string summary, ResultKind result)
    {
        Program program = network.Predict;
        var memory = new Memory(network, program, "parameters", "gradients", "arena", Local);
        string references = string.Join(", ", arguments.InputLocals.Select(local => $"ref {local}"));
        bool isShared = network.Threads > 1;
        string link = isShared ? "" : result == ResultKind.Prediction && program.In(Phase.Head).Any()
            ? $"global::StaticNet.Generated.Steps.Link({references}, ref parameters, ref arena, batch);"
            : "";
        return CodeWriter.Text($$"""
            /// <summary>{{summary}} <c>{{Arguments.Shapes(inputs)}} → {{Arguments.Shapes(arguments.Outputs)}}</c>; allocates nothing.</summary>
            {{string.Join("\n", inputs.Select(InputText))}}
            {{string.Join("\n", arguments.Outputs.Select(OutputText))}}
            /// <exception cref="global::System.ArgumentException">A length does not fit.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread uses this instance.</exception>
            public void {{name}}({{string.Join(", ", inputs.Select(a => a.Span).Concat(arguments.Outputs.Select(a => a.Filled)))}})
            {
                {{arguments.CheckInputs}}
                {{string.Join("\n", arguments.Outputs.Select(a => a.CheckLength))}}
                __arena.Enter();
                try
                {
                    {{string.Join("\n", isShared ? [] : inputs.Select((a, i) => Samples(a, arguments.InputLocals[i])))}}
                    {{(isShared ? "" : "ref float parameters = ref Parameters.Origin;")}}
                    ref float arena = ref __arena.Origin;
                    {{string.Join("\n", isShared ? inputs.Select(Copied) : [$"global::StaticNet.Generated.Steps.Forward({references}, ref parameters, ref arena, batch);"])}}
                    {{(isShared ? $"__inference.Run(__arena, batch, {(result == ResultKind.Prediction ? Team.Prediction : Team.Output)});" : "")}}
                    {{link}}
                    {{string.Join("\n", arguments.Outputs.Select(Unpad))}}
                }
                finally
                {
                    __arena.Exit();
                }
            }
            """);

        string Local(string parameter) => arguments.InputLocals[program.Inputs.ToList().FindIndex(input => input.Name == parameter)];

        // The caller's own numbers, or bytes made numbers behind the arena.
        string Samples(Argument a, string local) => a.Bytes is null
            ? $"ref float {local} = {a.Reference};"
            : $"ref float {local} = ref global::System.Runtime.CompilerServices.Unsafe.Add(ref __arena.Origin, {ByteInput.Offset(network, a.Value)});\n"
                + $"{a.Bytes}.Copy({a.Name}, ref {local}, {a.Length});";

        // Other threads see the arena alone.
        string Copied(Argument a) => a.CopyTo(memory.Of(program.Given(a.Value)), program.Storages[program.Given(a.Value)]);

        string InputText(Argument a) => arguments.Inputs.Length == 1
            ? $"/// <param name=\"{a.Name}\">One to <see cref=\"MaxBatch\"/> samples of <see cref=\"InputLength\"/> elements, row by row.{a.Says}</param>"
            : $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>, one to <see cref=\"MaxBatch\"/> samples, row by row.{a.Says}</param>";

        string OutputText(Argument a) => arguments.Outputs.Length == 1
            ? $"/// <param name=\"{a.Name}\">As many samples of <see cref=\"OutputLength\"/> floats.</param>"
            : $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>, as many samples.</param>";

        string Unpad(Argument a)
        {
            Value value = program.Result(result, a.Value)!;
            Storage storage = program.Lying(result, a.Value);
            return $"global::StaticNet.Rows.Unpad({memory.Of(value)}, {a.Reference}, batch, {storage.Columns}, {storage.Pitch});";
        }
    }

    private static string Batches(ImmutableArray<Argument> inputs, ImmutableArray<Argument> targets)
    {
        Argument[] columns = [.. inputs, .. targets];
        return CodeWriter.Text($$"""
            /// <summary>A data set cut into batches for this network's trainer.</summary>
            {{string.Join("\n", inputs.Select(a => $"/// <param name=\"{a.Name}\">Samples <c>{a.Shape}</c>, row by row.{a.Says}</param>"))}}
            {{string.Join("\n", targets.Select(a => $"/// <param name=\"{a.Name}\">Targets <c>{a.Shape}</c>{a.Range}.</param>"))}}
            /// <param name="size">Samples in a batch, at most <see cref="MaxBatch"/>.</param>
            /// <param name="seed">The seed of the order.</param>
            /// <param name="shuffle">Whether each epoch has an order of its own.</param>
            /// <param name="dropLast">Whether a last batch with fewer samples is left out.</param>
            /// <param name="sampleWeights">A weight for each sample, which multiplies its part of the loss; by default 1.</param>
            public static global::StaticNet.Batches Batches({{string.Join(", ", columns.Select(a => a.Memory))}}, int size, ulong seed = 0, bool shuffle = true, bool dropLast = false, global::System.ReadOnlyMemory<float> sampleWeights = default)
            {
                global::StaticNet.BatchColumn[] columns = [{{string.Join(", ", columns.Select(a => a.Column))}}];
                return new(__schema, MaxBatch, sampleWeights.IsEmpty ? columns : [.. columns, new("sampleWeights", sampleWeights, 1)], size, seed, shuffle, dropLast);
            }
            """);
    }
}
