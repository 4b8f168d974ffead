using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The loss over a data set in inference mode, and metrics: a program of its own, whose arena is made at the first call.</summary>
internal static class EvaluationEmitter
{
    private const string Mean = "global::StaticNet.LossMean";
    private const string Says = "in inference mode, as one batch with all samples would have it; allocates an arena at the first call, nothing for a batch";

    /// <summary>The method that evaluates a data set with a metric; a private one where the user has the name.</summary>
    public static string NameOf(CompiledNetwork network) => network.Declaration.Taken.Contains("Evaluate") ? "__EvaluateBatches" : "Evaluate";

    public static string Emit(CompiledNetwork network)
    {
        if (network.Evaluate is not { } program)
            return "";
        var memory = new Memory(network, program, "parameters", "gradients", "arena");
        var arguments = new Arguments(network);
        Column[] columns = [.. arguments.Inputs.Concat(arguments.Targets).Select(a => Of(a, program, memory))];
        string weights = memory.Of(program.Given(network.Graphs.SampleWeights));
        string[] means = [.. network.Graphs.Targets.Select(target => target.Loss)];
        string declared = string.Join("\n", means.Select(mean => $"var {mean} = default({Mean});"));
        string passed = string.Join(", ", means.Select(mean => $"ref {mean}"));
        string arena = $"ref float arena = ref (__evaluation ??= new global::StaticNet.Workspace({program.Arena.Floats})).Origin;";
        string value = string.Join(" + ", means.Select(mean => $"{mean}.Value"));
        IEnumerable<string> rows = columns.Select((c, i) => $"batches.CopyRows({i}, start, batch, {c.Area}, {c.Rows.Pitch});")
            .Append($"batches.CopyWeights({columns.Length}, start, batch, {weights});")
            .Concat(columns.Select(c => c.Argument.CheckIndicesIn(c.Area, c.Rows, "batch")))
            .Concat(Targets((column, target) => LossEmitter.CheckGathered(target, column.Argument, column.Area, column.Rows, "batch")));
        bool isTaken = network.Declaration.Taken.Contains("Evaluate");
        string surface = isTaken ? "" : CodeWriter.Text($$"""

            /// <summary>The loss over a data set, {{Says}}.</summary>
            /// <param name="batches">Of this class; all samples count, in batches of its size, whatever its order and whether it drops the last.</param>
            /// <exception cref="global::System.InvalidOperationException">Another thread uses this instance.</exception>
            public double Evaluate(global::StaticNet.Batches batches)
            {
                var none = default(global::StaticNet.NoMetric);
                return Evaluate(batches, ref none);
            }

            {{string.Join("\n\n", arguments.InputForms.Select(Samples))}}

            /// <summary>The loss over a data set, and in the same pass a metric, from 0 on: an <see cref="global::StaticNet.Accuracy"/>, or several in a <see cref="global::StaticNet.MetricList"/>.</summary>
            """);
        return CodeWriter.Text($$"""
            private global::StaticNet.Workspace? __evaluation;

            // where in that arena each output and its target lie
            private static readonly global::StaticNet.OutcomeLayout[] __outcomes =
            [
                {{string.Join("\n", network.Graphs.Targets.Select(target => $"{Layout(target, program)},"))}}
            ];
            {{surface}}
            {{(isTaken ? "private" : "public")}} double {{NameOf(network)}}<TMetric>(global::StaticNet.Batches batches, ref TMetric metric)
                where TMetric : global::StaticNet.IMetric
            {
                global::StaticNet.Check.Source(batches, __schema, {{Literals.Of(network.Declaration.Name)}});
                global::StaticNet.Check.Metric(in metric);
                __arena.Enter();
                try
                {
                    {{arena}}
                    {{declared}}
                    metric.Reset();
                    for (int start = 0; start < batches.Count; start += batches.Size)
                    {
                        int batch = global::System.Math.Min(batches.Size, batches.Count - start);
                        {{string.Join("\n", rows.Where(line => line.Length > 0))}}
                        __Evaluate(batch, ref arena, {{passed}});
                        metric.Add(new global::StaticNet.Outcomes(__outcomes, ref arena, batch));
                    }

                    return {{value}};
                }
                finally
                {
                    __arena.Exit();
                }
            }

            private void __Evaluate(int batch, ref float arena, {{string.Join(", ", means.Select(mean => $"ref {Mean} {mean}"))}})
            {
                {{(network.Threads > 1 ? $"__inference.Run(__evaluation!, batch, {Team.Evaluation});" : "global::StaticNet.Generated.Steps.Evaluate(ref Parameters.Origin, ref arena, batch);")}}
                {{string.Join("\n", network.Graphs.Targets.Select((target, i) => Add(means[i], target, program, memory)))}}
            }
            """);

        string Samples(ImmutableArray<Argument> inputs)
        {
            Argument first = inputs[0];
            string checks = string.Join("\n", inputs.Skip(1).Select(a => a.CheckLengthOf("samples"))
                .Concat(arguments.CheckIndices)
                .Concat(Targets((column, target) => LossEmitter.Check(column.Argument, target, "samples")))
                .Append("global::StaticNet.Check.SampleWeights(sampleWeights.Length, samples, nameof(sampleWeights));"));
            IEnumerable<string> copies = inputs.Concat(arguments.Targets)
                .Select((a, i) => a.CopyTo(columns[i].Area, columns[i].Rows, $"{a.Name}.Slice(start * {a.Length}, batch * {a.Length})"));
            return CodeWriter.Text($$"""
                /// <summary>The loss over any number of samples, {{Says}}.</summary>
                {{string.Join("\n", inputs.Select(a => $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>, row by row.{a.Says}</param>"))}}
                {{string.Join("\n", arguments.Targets.Select(a => $"/// <param name=\"{a.Name}\"><c>{a.Shape}</c>{a.Range}.</param>"))}}
                /// <param name="sampleWeights">A weight for each sample, which multiplies its part of the loss; by default 1.</param>
                /// <exception cref="global::System.ArgumentException">A length does not fit.</exception>
                /// <exception cref="global::System.InvalidOperationException">Another thread uses this instance.</exception>
                public double Evaluate({{string.Join(", ", inputs.Concat(arguments.Targets).Select(a => a.Span))}}, global::System.ReadOnlySpan<float> sampleWeights = default)
                {
                    int samples = global::StaticNet.Check.Batch({{first.Name}}.Length, {{first.Length}}, int.MaxValue, nameof({{first.Name}}));
                    {{checks}}
                    __arena.Enter();
                    try
                    {
                        {{arena}}
                        {{declared}}
                        for (int start = 0; start < samples; start += {{network.Declaration.MaxBatch}})
                        {
                            int batch = global::System.Math.Min({{network.Declaration.MaxBatch}}, samples - start);
                            {{string.Join("\n", copies)}}
                            global::StaticNet.Rows.Weights(sampleWeights.IsEmpty ? sampleWeights : sampleWeights.Slice(start, batch), {{weights}}, batch);
                            __Evaluate(batch, ref arena, {{passed}});
                        }

                        return {{value}};
                    }
                    finally
                    {
                        __arena.Exit();
                    }
                }
                """);
        }

        IEnumerable<string> Targets(Func<Column, Target, string> line) =>
            network.Graphs.Targets.Select((target, i) => line(columns[arguments.Inputs.Length + i], target.Target));
    }

    // What the batch's loss is a mean of, so that the mean over all is exact whatever the last batch's size.
    private static string Add(string mean, LossTarget target, Program program, Memory memory)
    {
        string loss = Number(target.Loss);
        return target.Sums ? $"{mean}.Add({loss});"
            : target.Divisor is { } divisor ? $"{mean}.Add({loss}, {Number(divisor)});"
            : $"{mean}.Add({loss}, batch);";

        string Number(string result) => memory.Of(program.Result(ResultKind.Loss, result)!).Substring("ref ".Length);
    }

    // Prediction and target lie in rows of a sample each; of a sequence a row holds its steps.
    private static string Layout(LossTarget target, Program program)
    {
        Shape output = target.Output.Shape;
        Storage prediction = program.Lying(ResultKind.Prediction, target.Prediction), given = program.Lying(ResultKind.Prediction, target.Name);
        int width = target.Target.IsOneOfClasses && output.Rank > 1 ? output[output.Rank - 1].Size : prediction.Columns;
        string place = string.Join(", ", Offset(target.Prediction), prediction.Columns, prediction.Pitch, Offset(target.Name), given.Columns, given.Pitch);
        return $"new({Literals.Of(target.Output.Name)}, {place}, {width}, {(target.Target.Classes is null ? "false" : "true")}, {(target.Target.IsOneOfClasses ? "true" : "false")})";

        int Offset(string result) => program.Arena.Offsets[program.Result(ResultKind.Prediction, result)!];
    }

    private static Column Of(Argument argument, Program program, Memory memory)
    {
        Value value = program.Given(argument.Value);
        return new(argument, memory.Of(value), program.Storages[value]);
    }

    private sealed record Column(Argument Argument, string Area, Storage Rows);
}
