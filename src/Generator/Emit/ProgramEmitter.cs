using StaticNet.Generator.Ir;
using StaticNet.Generator.Kernels;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The methods that run the phases of both programs: one that chooses the width, one that calls the steps in order.</summary>
internal static class ProgramEmitter
{
    /// <summary>What no value can be called: values are locals beside the parameters of these methods.</summary>
    public static IEnumerable<string> Taken => [.. new[] { Memories, Training, Backward }.SelectMany(list => list).Append(Frozen).Append(Share).Select(p => p.Name), .. Names.Keywords];

    public static string Emit(CompiledNetwork network, StepPool pool) => string.Join("\n\n", new[]
    {
        Method("Forward", "input → output", network, network.Predict, Phase.Forward, pool, [.. Inference(network), .. Shared(network)]),
        Method("Link", "output → prediction", network, network.Predict, Phase.Head, pool, [.. Inference(network), .. Shared(network)]),
        Method("TrainForward", "input → output, kept values and next states", network, network.Train, Phase.Forward, pool, [.. Training, .. Shared(network)]),
        Method("TrainHead", "output, target → loss and its gradient by the output", network, network.Train, Phase.Head, pool, [.. Training, .. Shared(network)]),
        Method("TrainBackward", "gradient by the output → gradients by the parameters", network, network.Train, Phase.Backward, pool, [.. Backward, .. Switches.Has(network) ? [Frozen] : Nothing, .. Shared(network)]),
        network.Evaluate is { } evaluate ? Method("Evaluate", "input, target → loss in inference mode", network, evaluate, Phase.Head, pool, [.. Evaluation, .. Shared(network)]) : "",
        network.Stream is { } stream ? Method("Stream", "one step of the input, states → output, next states", network, stream, Phase.Forward, pool, Evaluation, maxBatch: 1) : "",
        network.Stream is { } linked ? Method("StreamLink", "one step of the output → prediction", network, linked, Phase.Head, pool, Evaluation, maxBatch: 1) : "",
    }.Where(method => method.Length > 0));

    private static (string Type, string Name)[] Inference(CompiledNetwork network) =>
        [.. network.Threads > 1 ? Nothing : network.Predict.Inputs.Select(i => ("ref float", i.Name)), .. Memories];

    // What the thread that calls does of each step.
    private static (string Type, string Name)[] Shared(CompiledNetwork network) => network.Threads > 1 ? [Share] : Nothing;

    private static (string Type, string Name)[] Nothing => [];

    private static (string Type, string Name) Share => ("Share", "share");

    private static (string Type, string Name)[] Memories => [("ref float", "parameters"), ("ref float", "arena"), ("int", "batch")];

    private static (string Type, string Name)[] Evaluation => [("ref float", "parameters"), ("ref float", "arena"), ("int", "batch")];

    private static (string Type, string Name)[] Training => [("ref float", "parameters"), ("ref float", "arena"), ("int", "batch"), ("ulong", "seed"), ("uint", "step"), Finite];

    private static (string Type, string Name) Frozen => ("global::System.ReadOnlySpan<bool>", "frozen");

    private static (string Type, string Name)[] Backward => [("ref float", "parameters"), ("ref float", "gradients"), ("ref float", "arena"), ("int", "batch"), ("bool", "accumulate"), Finite];

    private static (string Type, string Name) Finite => ("FiniteCheck?", "finite");

    // A network without a loss has no head, one whose loss has no link none in inference.
    private static string Method(
        string name, string says, CompiledNetwork network, Program program, Phase phase, StepPool pool, (string Type, string Name)[] parameters, int? maxBatch = null)
    {
        if (phase == Phase.Head && !program.In(phase).Any())
            return "";
        string signature = string.Join(", ", parameters.Select(p => $"{p.Type} {p.Name}"));
        string arguments = string.Join(", ", parameters.Select(p => p.Type == "ref float" ? $"ref {p.Name}" : p.Name));
        var memory = new Memory(network, program, "parameters", "gradients", "arena");
        bool isTraining = parameters.Contains(Finite), isShared = parameters.Contains(Share);
        var widths = Widths.Of(network.Declaration.Deterministic);
        Switches? switches = parameters.Contains(Frozen) ? new(network) : null;
        PlannedStep[] steps = [.. program.In(phase)];
        string[] before = [.. phase == Phase.Forward && ReferenceEquals(program, network.Predict) && !isShared ? Staged(program, memory) : [],
            .. isTraining ? Checked(FiniteChecks.Before(phase, program)) : []];
        string[] after = [.. phase == Phase.Backward ? Copies(network, program, memory, switches) : []];
        if (isShared)
            after = [.. Guarded("share.IsFirst", after)];
        List<PlannedStep[]> parts = Parts(steps);
        string Body(int part)
        {
            IEnumerable<Value> checkedFirst = part == 0 && isTraining ? program.GivenTo(phase).Select(given => given.Value) : [];
            string[] lines = [.. part == 0 ? before : [], .. parts[part].SelectMany(Calls), .. part == parts.Count - 1 ? after : []];
            return CodeWriter.Text($$"""
                {{string.Join("\n", Locals(Values(parts[part]).Union(checkedFirst), program, memory).Select(Shorten))}}

                {{string.Join("\n", lines.Select(Shorten))}}
                """);
        }

        string[] names = [.. parts.Count > 1 ? parts.Select((_, i) => pool.Unique($"{name}Part{i + 1}")) : []];
        string body = parts.Count > 1 ? string.Join("\n", names.Select(part => $"{part}<{widths.Parameters}>({arguments});")) : Body(0);
        string run = CodeWriter.Text($$"""
            // {{says}}
            internal static void {{name}}({{signature}})
            {
                {{widths.Dispatch($"{name}Steps", arguments)}}
            }

            private static void {{name}}Steps<{{widths.Parameters}}>({{signature}})
                {{widths.Constraints}}
            {
                {{body}}
            }
            """);
        return string.Join("\n\n", [run, .. names.Select((part, i) => CodeWriter.Text($$"""
            private static void {{part}}<{{widths.Parameters}}>({{signature}})
                {{widths.Constraints}}
            {
                {{Body(i)}}
            }
            """))]);

        IEnumerable<string> Calls(PlannedStep step) => Guarded(
            switches?.Guard(step.Step) ?? "",
            [
                .. Together(step, pool.Add(step, program.Storages, maxBatch ?? network.Declaration.MaxBatch)),
                .. isTraining ? Checked(FiniteChecks.After(step, program, network)) : [],
            ]);

        // Each thread does its share, or the first all of a step that is not divided; none goes on before all are done.
        IEnumerable<string> Together(PlannedStep step, StepCode code)
        {
            string call = Call(step, code, memory, value => program.Storages[value].Name, widths, isShared);
            return !isShared ? [call] : [.. code.Share.IsShared ? [call] : Guarded("share.IsFirst", [call]), "share.Wait();"];
        }

        IEnumerable<string> Checked(IEnumerable<string> checks) => !isShared || !checks.Any() ? checks
            : Guarded("finite is not null", [.. Guarded("share.IsFirst", checks), "share.Wait();"]);
    }

    // Where some values lie.
    private static IEnumerable<string> Locals(IEnumerable<Value> values, Program program, Memory memory) => values
        .Select(v => (Value: v, Storage: program.Storages[v]))
        .Where(p => p.Storage.Region != Region.Input)
        .Select(p => $"ref float {p.Storage.Name} = {memory.Of(p.Value)};   // {Lying(p.Storage)}");

    private static IEnumerable<Value> Values(IEnumerable<PlannedStep> steps) => steps.SelectMany(s => s.Step.Reads.Concat(s.Step.Writes)).Distinct();

    // The steps of a large network are called by several methods, each with as many locals as the JIT tells apart.
    private static List<PlannedStep[]> Parts(PlannedStep[] steps)
    {
        var parts = new List<PlannedStep[]>();
        var part = new List<PlannedStep>();
        foreach (PlannedStep step in steps)
        {
            if (Values([.. part, step]).Count() > Limits.Locals / 2)
            {
                parts.Add([.. part]);
                part.Clear();
            }

            part.Add(step);
        }

        return [.. parts, [.. part]];
    }

    private static IEnumerable<string> Guarded(string condition, IEnumerable<string> lines) => condition.Length == 0 || !lines.Any()
        ? lines
        : [$"if ({condition})", "{", .. lines.Select(line => "    " + line), "}"];

    // [n,128]; a row of more than its columns has padding.
    private static string Lying(Storage storage) =>
        $"[{storage.Rows},{storage.Columns}]" + (storage.Pitch == storage.Columns ? "" : $" in rows of {storage.Pitch}");

    private static string Call(PlannedStep planned, StepCode code, Memory memory, Func<Value, string> name, Widths widths, bool isShared)
    {
        string references = code.Passed(name, i => memory.Scratch(planned, i, isShared));
        return planned.Kernel is RandomKernel
            ? $"{code.Step.Name}({references}, batch, seed, step);"
            : $"{code.Step.Name}<{widths.Of(planned)}>({references}, batch: batch{(code.Accumulates ? ", accumulate: accumulate" : "")}"
                + $"{(!code.Share.IsShared ? "" : isShared ? ", share: share" : ", share: default")});";
    }

    // Inference copies an input only where some step reads it in vectors.
    private static IEnumerable<string> Staged(Program program, Memory memory) =>
        from staged in program.Staged
        let storage = program.Storages[staged.Value]
        select $"Rows.Pad(ref {staged.Name}, {memory.Of(staged.Value)}, batch, {storage.Columns}, {storage.Pitch});";

    // A gradient of several parameters is computed for the first; the others have been given the same at every pass, so they get a copy.
    // One that steps read is computed in the arena, and added to each.
    private static IEnumerable<string> Copies(CompiledNetwork network, Program program, Memory memory, Switches? switches) =>
        from result in program.Graph.Results
        where result.Kind == ResultKind.Gradient
        let value = result.Value.Root()
        let storage = program.Storages[value]
        where storage.Parameter != result.Name
        let floats = storage.Floats(1)
        let slot = network.Plan.Slots.First(s => s.Name == result.Name).Storage
        let copy = storage.Region == Region.Gradients
            ? $"Rows.Unpad({memory.Of(value)}, {memory.Gradient(result.Name)}, 1, {floats}, {floats});"
            : storage.Order.SequenceEqual(slot.Order)
                ? $"Rows.AddTo({memory.Of(value)}, {memory.Gradient(result.Name)}, {floats}, accumulate);"
                : $"Rows.AddTo({memory.Of(value)}, {memory.Gradient(result.Name)}, [{List(result.Value.Shape.Dims)}], "
                    + $"[{List(storage.Strides(result.Value.Shape).Select(s => s.Floats))}], [{List(slot.Strides(result.Value.Shape).Select(s => s.Floats))}], accumulate);"
        from line in Guarded(switches?.Guard(result.Name) ?? "", [copy])
        select line;

    private static string List<T>(IEnumerable<T> values) => string.Join(", ", values);

    private static string Shorten(string call) => call.Replace("global::System.Runtime.CompilerServices.Unsafe", "Unsafe");
}
