using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The loss over a data set in inference mode: a program of its own, whose arena is made at the first call.</summary>
internal static class EvaluationEmitter
{
    private const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal";
    private const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";

    public static string Emit(CompiledNetwork network)
    {
        if (network.Evaluate is not { } program || network.Graphs.Target is not { } target || network.Declaration.Taken.Contains("Evaluate"))
            return "";
        var memory = new Memory(network, program, "parameters", "gradients", "arena");
        Area input = Of(program, NetworkGraphs.InputName, memory), labels = Of(program, NetworkGraphs.TargetName, memory);
        string weights = memory.Of(program.Given(NetworkGraphs.SampleWeightsName));
        int width = network.Graphs.Input.Count.Size, targetWidth = target.Shape.Count.Size;
        string type = target.Element == Element.Int32 ? "int" : "float";
        string given = target.Classes is null
            ? $"{Marshal}.CreateReadOnlySpan({labels.Reference}, batch * {labels.Storage.Pitch})"
            : $"{Marshal}.CreateReadOnlySpan(ref {Unsafe}.As<float, int>({labels.Reference}), batch)";
        string source = type == "int" ? $"ref {Unsafe}.As<int, float>(ref {Marshal}.GetReference(targets))" : $"ref {Marshal}.GetReference(targets)";
        string says = "in inference mode, as one batch with all samples would have it; allocates an arena at the first call, nothing for a batch";
        return CodeWriter.Text($$"""
            private global::StaticNet.Workspace? __evaluation;

            /// <summary>The loss over a data set, {{says}}.</summary>
            /// <param name="batches">Of this class; all samples count, in batches of its size, whatever its order and whether it drops the last.</param>
            /// <exception cref="global::System.InvalidOperationException">Another thread uses this instance.</exception>
            public double Evaluate(global::StaticNet.Batches batches)
            {
                global::StaticNet.Check.Source(batches, __schema, {{Literals.Of(network.Declaration.Name)}});
                __arena.Enter();
                try
                {
                    ref float arena = ref (__evaluation ??= new global::StaticNet.Workspace({{program.Arena.Floats}})).Origin;
                    var loss = default(global::StaticNet.LossMean);
                    for (int start = 0; start < batches.Count; start += batches.Size)
                    {
                        int batch = global::System.Math.Min(batches.Size, batches.Count - start);
                        batches.CopyRows(0, start, batch, {{input.Reference}}, {{input.Storage.Pitch}});
                        batches.CopyRows(1, start, batch, {{labels.Reference}}, {{labels.Storage.Pitch}});
                        batches.CopyWeights(2, start, batch, {{weights}});
                        {{TrainerEmitter.Checked(target, "", given, labels.Storage.Columns, labels.Storage.Pitch, "\"target\"")}}
                        __Evaluate(batch, ref arena, ref loss);
                    }

                    return loss.Value;
                }
                finally
                {
                    __arena.Exit();
                }
            }

            {{string.Join("\n\n", ByteInput.Elements(network).Select(Samples))}}

            private void __Evaluate(int batch, ref float arena, ref global::StaticNet.LossMean loss)
            {
                global::StaticNet.Generated.Steps.Evaluate(ref Parameters.Origin, ref arena, batch);
                {{Add(network, program, memory)}}
            }
            """);

        string Samples(string element) => CodeWriter.Text($$"""
            /// <summary>The loss over any number of samples, {{says}}.</summary>
            /// <param name="input"><c>{{network.Graphs.Input}}</c>, row by row.{{ByteInput.Says(network, element)}}</param>
            /// <param name="target"><c>{{target.Shape}}</c>{{TrainerEmitter.Range(target)}}.</param>
            /// <param name="sampleWeights">A weight for each sample, which multiplies its part of the loss; by default 1.</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread uses this instance.</exception>
            public double Evaluate(global::System.ReadOnlySpan<{{element}}> input, global::System.ReadOnlySpan<{{type}}> target, global::System.ReadOnlySpan<float> sampleWeights = default)
            {
                int samples = global::StaticNet.Check.Batch(input.Length, {{width}}, int.MaxValue, nameof(input));
                global::StaticNet.Check.Length(target.Length, {{targetWidth}}, samples, nameof(target));
                global::StaticNet.Check.SampleWeights(sampleWeights.Length, samples, nameof(sampleWeights));
                {{TrainerEmitter.Checked(target, "", "target", targetWidth, targetWidth, "nameof(target)")}}
                __arena.Enter();
                try
                {
                    ref float arena = ref (__evaluation ??= new global::StaticNet.Workspace({{program.Arena.Floats}})).Origin;
                    var loss = default(global::StaticNet.LossMean);
                    for (int start = 0; start < samples; start += {{network.Declaration.MaxBatch}})
                    {
                        int batch = global::System.Math.Min({{network.Declaration.MaxBatch}}, samples - start);
                        global::System.ReadOnlySpan<{{element}}> inputs = input.Slice(start * {{width}}, batch * {{width}});
                        global::System.ReadOnlySpan<{{type}}> targets = target.Slice(start * {{targetWidth}}, batch * {{targetWidth}});
                        {{ByteInput.Copy(element, "inputs", input.Reference, input.Storage)}}
                        global::StaticNet.Rows.Pad({{source}}, {{labels.Reference}}, batch, {{labels.Storage.Columns}}, {{labels.Storage.Pitch}});
                        global::StaticNet.Rows.Weights(sampleWeights.IsEmpty ? sampleWeights : sampleWeights.Slice(start, batch), {{weights}}, batch);
                        __Evaluate(batch, ref arena, ref loss);
                    }

                    return loss.Value;
                }
                finally
                {
                    __arena.Exit();
                }
            }
            """);
    }

    // What the batch's loss is a mean of, so that the mean over all is exact whatever the last batch's size.
    private static string Add(CompiledNetwork network, Program program, Memory memory)
    {
        string loss = Number(program.Result(ResultKind.Loss, NetworkGraphs.LossName)!);
        return network.Graphs.SumsLoss ? $"loss.Add({loss});"
            : program.Result(ResultKind.Loss, NetworkGraphs.DivisorName) is { } divisor ? $"loss.Add({loss}, {Number(divisor)});"
            : $"loss.Add({loss}, batch);";

        string Number(Value value) => memory.Of(value).Substring("ref ".Length);
    }

    private static Area Of(Program program, string name, Memory memory)
    {
        Value value = program.Given(name);
        return new(program.Storages[value], memory.Of(value));
    }

    private sealed record Area(Storage Storage, string Reference);
}
