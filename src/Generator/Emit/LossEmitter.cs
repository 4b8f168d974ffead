using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The members of a trainer whose network has a loss: backward pass and step from spans, and a step from a batch.</summary>
internal static class LossEmitter
{
    private const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";
    private const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal";
    private const string WeightsText = "/// <param name=\"sampleWeights\">A weight for each sample, which multiplies its part of the loss; by default 1.</param>";

    public static string Emit(CompiledNetwork network, Arguments arguments, Memory memory)
    {
        Program program = network.Train;
        string weights = memory.Of(program.Given(network.Graphs.SampleWeights));
        string targets = string.Join(", ", arguments.Targets.Select(a => a.Span));
        string check = string.Join("\n", arguments.Targets.Select((a, i) => Check(a, network.Graphs.Targets[i].Target, "batch")))
            + "\nglobal::StaticNet.Check.SampleWeights(sampleWeights.Length, batch, nameof(sampleWeights));";
        IEnumerable<string> gathered = arguments.Inputs.Select((a, i) => Gather(program.Given(a.Value), i, a, null))
            .Concat(arguments.Targets.Select((a, i) => Gather(program.Given(a.Value), arguments.Inputs.Length + i, a, network.Graphs.Targets[i].Target)));
        return CodeWriter.Text($$"""
            /// <summary>The loss of the last forward pass; adds its gradients to those gathered. A loss that is not finite changes nothing.</summary>
            {{string.Join("\n", arguments.Targets.Select(a => $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>{a.Range}, for the samples of the last forward pass.</param>"))}}
            {{WeightsText}}
            /// <exception cref="global::StaticNet.NonFiniteLossException">The loss is not a finite number.</exception>
            public float Backward({{targets}}, global::System.ReadOnlySpan<float> sampleWeights = default)
            {
                Enter();
                try
                {
                    int batch = RequireForward();
                    {{check}}
                    CopyTarget({{TrainerEmitter.Passed(arguments.Targets)}}, batch);
                    CopySampleWeights(sampleWeights, {{weights}}, batch);
                    return DoBackward();
                }
                finally
                {
                    Exit();
                }
            }

            {{string.Join("\n\n", arguments.InputForms.Select(Step))}}

            /// <summary>As above, for a batch of <see cref="Batches"/>.</summary>
            public float Step(global::StaticNet.Batch batch)
            {
                int samples = RequireBatch(batch, __schema, {{Literals.Of(network.Declaration.Name)}});
                Enter();
                try
                {
                    Discard();
                    {{string.Join("\n", gathered)}}
                    GatherSampleWeights(batch, {{arguments.Inputs.Length + arguments.Targets.Length}}, {{weights}});
                    return DoStep(samples);
                }
                finally
                {
                    Exit();
                }
            }

            double global::StaticNet.ITrainer.Evaluate(global::StaticNet.Batches batches, global::StaticNet.MetricList metrics) => __network.{{EvaluationEmitter.NameOf(network)}}(batches, ref metrics);

            {{TrainerEmitter.CopyInto(program, memory, "CopyTarget", arguments.Targets)}}
            """);

        string Step(ImmutableArray<Argument> inputs) => CodeWriter.Text($$"""
            /// <summary>Forward pass, loss, backward pass and update; returns the loss. Allocates nothing.</summary>
            {{string.Join("\n", inputs.Select(a => $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>, row by row.{a.Says}</param>"))}}
            {{string.Join("\n", arguments.Targets.Select(a => $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>{a.Range}.</param>"))}}
            {{WeightsText}}
            /// <exception cref="global::StaticNet.NonFiniteLossException">The loss is not a finite number; nothing has changed.</exception>
            public float Step({{string.Join(", ", inputs.Select(a => a.Span))}}, {{targets}}, global::System.ReadOnlySpan<float> sampleWeights = default)
            {
                {{arguments.CheckInputs}}
                {{check}}
                Enter();
                try
                {
                    Discard();
                    CopyInput({{TrainerEmitter.Passed(inputs)}}, batch);
                    CopyTarget({{TrainerEmitter.Passed(arguments.Targets)}}, batch);
                    CopySampleWeights(sampleWeights, {{weights}}, batch);
                    return DoStep(batch);
                }
                finally
                {
                    Exit();
                }
            }
            """);

        string Gather(Value value, int column, Argument argument, Target? target)
        {
            Storage rows = program.Storages[value];
            string area = memory.Of(value);
            return string.Join("\n", new[]
            {
                $"batch.Gather({column}, {area}, {rows.Pitch});",
                $"global::StaticNet.Rows.ClearPadding({area}, samples, {rows.Columns}, {rows.Pitch});",
                target is null ? argument.CheckIndicesIn(area, rows, "samples") : CheckGathered(target, argument, area, rows, "samples"),
            }.Where(line => line.Length > 0));
        }
    }

    /// <summary>The lines that check a target's length and range before anything is written.</summary>
    public static string Check(Argument argument, Target target, string samples)
    {
        string range = Range(target, argument.Name, argument.Length, argument.Length, $"nameof({argument.Name})");
        return argument.CheckLengthOf(samples) + (range.Length > 0 ? $"\n{range}" : "");
    }

    /// <summary>The line that checks the range of a target in its rows of an arena; "" where any number will do.</summary>
    public static string CheckGathered(Target target, Argument argument, string area, Storage rows, string samples)
    {
        string span = argument.Type == "int"
            ? $"{Marshal}.CreateReadOnlySpan(ref {Unsafe}.As<float, int>({area}), {samples}{(rows.Pitch == 1 ? "" : $" * {rows.Pitch}")})"
            : $"{Marshal}.CreateReadOnlySpan({area}, {samples} * {rows.Pitch})";
        return Range(target, span, rows.Columns, rows.Pitch, Literals.Of(argument.Name.TrimStart('@')));
    }

    private static string Range(Target target, string span, int columns, int pitch, string name) =>
        target.Classes is { } classes ? $"global::StaticNet.Check.Classes({span}, {(columns == pitch ? "" : $"{columns}, {pitch}, ")}{classes}, {name});"
        : target.IsProbability ? $"global::StaticNet.Check.Probabilities({span}, {columns}, {pitch}, {name});"
        : "";
}
