using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The nested class that runs a network a step of its sequences at a time: an arena and the states of one sequence, over the network's parameters.</summary>
internal static class StreamEmitter
{
    private const string Arena = "global::StaticNet.Workspace";
    private const string Steps = "global::StaticNet.Generated.Steps";

    public static string Emit(CompiledNetwork network)
    {
        if (network.Stream is not { } program || network.Declaration.Taken.Contains("Stream"))
            return "";
        var memory = new Memory(network, program, "parameters", "gradients", "arena");
        var arguments = new Arguments(network);
        Argument[] inputs = [.. arguments.Inputs.Select(a => a with { Shape = OfStep(a.Shape, program.Given(a.Value)) })];
        Argument[] outputs = [.. arguments.Outputs.Select(a => a with { Shape = OfStep(a.Shape, Result(program, a.Value)) })];
        State[] states = [.. States(program)];
        int steps = arguments.Inputs.Zip(inputs, (whole, part) => whole.Length / part.Length).Max();
        int floats = states.Sum(s => s.Floats);
        string name = network.Declaration.Name;
        return CodeWriter.Text($$"""
            /// <summary>
            /// Runs a {{name}} step by step, {{steps}} to a sequence, and gives for each what Predict gives for all steps so far: {{Literals.Bytes(4L * (program.Arena.Floats + floats))}} of
            /// working memory and state. It reads the network's parameters, so that one network serves many streams; one thread at a time.
            /// </summary>
            public sealed class Stream
            {
                private readonly global::StaticNet.ParameterStore _parameters;
                private readonly {{Arena}} _arena = new({{program.Arena.Floats}});
                private readonly float[] _states = new float[{{floats}}];

                /// <summary>A stream at its beginning.</summary>
                /// <param name="network">Whose parameters it reads.</param>
                public Stream({{name}} network)
                {
                    _parameters = (network ?? throw new global::System.ArgumentNullException(nameof(network))).Parameters;
                    _parameters.Attach(_arena);
                }

                /// <summary>The next step: the prediction for it; allocates nothing.</summary>
                {{string.Join("\n", inputs.Select(a => $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>, row by row.{a.Says}</param>"))}}
                {{string.Join("\n", outputs.Select(a => $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>, row by row.</param>"))}}
                /// <exception cref="global::System.ArgumentException">A length does not fit{{(inputs.Any(a => a.Indices is not null) ? ", or an index names no row" : "")}}.</exception>
                /// <exception cref="global::System.InvalidOperationException">Another thread uses this instance.</exception>
                public void Step({{string.Join(", ", inputs.Select(a => a.Span).Concat(outputs.Select(a => a.Filled)))}})
                {
                    const int batch = 1;
                    {{string.Join("\n", inputs.Concat(outputs).Select(a => a.CheckLength).Concat(arguments.CheckIndices))}}
                    _arena.Enter();
                    try
                    {
                        ref float parameters = ref _parameters.Origin;
                        ref float arena = ref _arena.Origin;
                        {{string.Join("\n", inputs.Select(a => (Argument: a, Value: program.Given(a.Value))).Select(a => a.Argument.CopyTo(memory.Of(a.Value), program.Storages[a.Value])))}}
                        {{string.Join("\n", states.Select(s => s.Read(memory)))}}
                        {{Steps}}.Stream(ref parameters, ref arena, batch);
                        {{(program.In(Phase.Head).Any() ? $"{Steps}.StreamLink(ref parameters, ref arena, batch);" : "")}}
                        {{string.Join("\n", outputs.Select(a => Unpad(program, memory, a)))}}
                        {{string.Join("\n", states.Select(s => s.Write(memory)))}}
                    }
                    finally
                    {
                        _arena.Exit();
                    }
                }

                /// <summary>Goes back to the beginning: all states are 0.</summary>
                public void Reset()
                {
                    _arena.Enter();
                    global::System.Array.Clear(_states);
                    _arena.Exit();
                }
            }
            """);
    }

    // [n,50,6] → [2,6] where a step of the stream takes or gives 12 numbers.
    private static Shape OfStep(Shape whole, Value row)
    {
        int all = whole.Count.Size, floats = row.Shape.Count.Size;
        return floats == all ? new(whole.Dims.RemoveAt(0)) : new([whole[1].Size / (all / floats), .. whole.Dims.Skip(2)]);
    }

    private static Value Result(Program program, string output) => program.Graph.Results.First(r => r.Kind == ResultKind.Prediction && r.Name == output).Value;

    private static string Unpad(Program program, Memory memory, Argument output)
    {
        Value value = program.Result(ResultKind.Prediction, output.Value)!;
        Storage storage = program.Lying(ResultKind.Prediction, output.Value);
        return $"global::StaticNet.Rows.Unpad({memory.Of(value)}, {output.Reference}, batch, {storage.Columns}, {storage.Pitch});";
    }

    private static IEnumerable<State> States(Program program)
    {
        int offset = 0;
        foreach (GraphResult result in program.Graph.Results.Where(r => r.Kind == ResultKind.NextState))
        {
            Value before = program.Given(result.Name);
            Storage from = program.Storages[before], to = program.Lying(ResultKind.NextState, result.Name);
            yield return new(before, result.Value.Root(), from, to, offset);
            offset += from.Rows.At(1) * from.Columns;
        }
    }

    /// <summary>A state between two steps, without padding.</summary>
    private sealed record State(Value Before, Value After, Storage From, Storage To, int Offset)
    {
        public int Floats => From.Rows.At(1) * From.Columns;

        private string Kept => "ref global::System.Runtime.CompilerServices.Unsafe.Add("
            + $"ref global::System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(this._states), {Offset})";

        public string Read(Memory memory) => $"global::StaticNet.Rows.Pad({Kept}, {memory.Of(Before)}, {From.Rows.At(1)}, {From.Columns}, {From.Pitch});";

        public string Write(Memory memory) => $"global::StaticNet.Rows.Unpad({memory.Of(After)}, {Kept}, {To.Rows.At(1)}, {To.Columns}, {To.Pitch});";
    }
}
