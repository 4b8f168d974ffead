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
        int input = network.Graphs.Input.Count.Size, output = network.Graphs.Output.Count.Size;
        long training = 4L * (network.Plan.TrainableFloats + network.TrainingFloats);
        yield return ("MaxBatch", Constant("int", "MaxBatch", Literals.Of(declaration.MaxBatch), "The largest batch that a call takes."));
        yield return ("InputLength", Constant("int", "InputLength", Literals.Of(input), $"Elements of one sample of the input, <c>{network.Graphs.Input}</c>."));
        yield return ("OutputLength", Constant("int", "OutputLength", Literals.Of(output), $"Floats of one sample of the output, <c>{network.Graphs.Output}</c>."));
        yield return ("ParameterCount", Constant(
            "int", "ParameterCount", Literals.Of(network.Parameters.Where(p => p.Kind != ParameterKind.State).Sum(p => p.Count)), "Trainable numbers, padding not counted."));
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
                parameters.Attach(arena);
            }
            """));
        foreach (string element in ByteInput.Elements(network))
        {
            yield return ("Predict", Inference(network, "Predict", "The prediction: the output with the loss's link applied.", ResultKind.Prediction, element));
            yield return ("Forward", Inference(network, "Forward", "The declared output, before the loss's link.", ResultKind.Output, element));
        }

        foreach (var member in StorageEmitter.Members(network))
            yield return member;
        if (network.Graphs.Target is { } target)
        {
            foreach (string element in ByteInput.Elements(network))
                yield return ("Batches", Batches(network, target, input, element));
        }

        if (declaration.Taken.Count == 0)
        {
            yield return (".interface", """
                int global::StaticNet.INetwork.MaxBatch => MaxBatch;
                int global::StaticNet.INetwork<float>.InputLength => InputLength;
                int global::StaticNet.INetwork<float>.OutputLength => OutputLength;
                """);
        }
    }

    private static string Constant(string type, string name, string value, string summary) => CodeWriter.Text($$"""
        /// <summary>{{summary}}</summary>
        public const {{type}} {{name}} = {{value}};
        """);

    private static string Inference(CompiledNetwork network, string name, string summary, ResultKind result, string element)
    {
        Program program = network.Predict;
        var memory = new Memory(network, program, "parameters", "gradients", "arena");
        Value value = program.Result(result)!;
        Storage storage = program.Lying(result);
        string link = result == ResultKind.Prediction && program.In(Phase.Head).Any()
            ? "global::StaticNet.Generated.Steps.Link(ref x, ref parameters, ref arena, batch);"
            : "";
        int input = network.Graphs.Input.Count.Size, output = network.Graphs.Output.Count.Size;
        return CodeWriter.Text($$"""
            /// <summary>{{summary}} <c>{{network.Graphs.Input}} → {{network.Graphs.Output}}</c>; allocates nothing.</summary>
            /// <param name="input">One to <see cref="MaxBatch"/> samples of <see cref="InputLength"/> elements, row by row.{{ByteInput.Says(network, element)}}</param>
            /// <param name="output">As many samples of <see cref="OutputLength"/> floats.</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread uses this instance.</exception>
            public void {{name}}(global::System.ReadOnlySpan<{{element}}> input, global::System.Span<float> output)
            {
                int batch = global::StaticNet.Check.Batch(input.Length, {{input}}, {{network.Declaration.MaxBatch}}, nameof(input));
                global::StaticNet.Check.Length(output.Length, {{output}}, batch, nameof(output));
                __arena.Enter();
                try
                {
                    {{ByteInput.Samples(network, element)}}
                    ref float parameters = ref Parameters.Origin;
                    ref float arena = ref __arena.Origin;
                    global::StaticNet.Generated.Steps.Forward(ref x, ref parameters, ref arena, batch);
                    {{link}}
                    global::StaticNet.Rows.Unpad({{memory.Of(value).Replace("ref input", "ref x")}}, ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(output), batch, {{storage.Columns}}, {{storage.Pitch}});
                }
                finally
                {
                    __arena.Exit();
                }
            }
            """);
    }

    private static string Batches(CompiledNetwork network, Target target, int input, string given)
    {
        string element = target.Element == Element.Int32 ? "int" : "float";
        return CodeWriter.Text($$"""
            /// <summary>A data set cut into batches for this network's trainer.</summary>
            /// <param name="input">Samples <c>{{network.Graphs.Input}}</c>, row by row.{{ByteInput.Says(network, given)}}</param>
            /// <param name="target">Targets <c>{{target.Shape}}</c>{{TrainerEmitter.Range(target)}}.</param>
            /// <param name="size">Samples in a batch, at most <see cref="MaxBatch"/>.</param>
            /// <param name="seed">The seed of the order.</param>
            /// <param name="shuffle">Whether each epoch has an order of its own.</param>
            /// <param name="dropLast">Whether a last batch with fewer samples is left out.</param>
            /// <param name="sampleWeights">A weight for each sample, which multiplies its part of the loss; by default 1.</param>
            public static global::StaticNet.Batches Batches(global::System.ReadOnlyMemory<{{given}}> input, global::System.ReadOnlyMemory<{{element}}> target, int size, ulong seed = 0, bool shuffle = true, bool dropLast = false, global::System.ReadOnlyMemory<float> sampleWeights = default)
            {
                global::StaticNet.BatchColumn[] columns = [new("input", input, {{input}}{{ByteInput.Column(given)}}), new("target", target, {{target.Shape.Count.Size}})];
                return new(__schema, MaxBatch, sampleWeights.IsEmpty ? columns : [.. columns, new("sampleWeights", sampleWeights, 1)], size, seed, shuffle, dropLast);
            }
            """);
    }
}
