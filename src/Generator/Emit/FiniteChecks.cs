using StaticNet.Generator.Ir;
using StaticNet.Generator.Kernels;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>
/// The lines of a training program that look at what a step stored, before a later step takes its place: they cost a comparison with null each
/// unless the trainer's <c>CheckFinite</c> is on.
/// </summary>
internal static class FiniteChecks
{
    /// <summary>The lines before a phase, at what the caller gave and no earlier phase has read.</summary>
    public static IEnumerable<string> Before(Phase phase, Program program) =>
        from given in program.GivenTo(phase)
        where given.Value.Element == Element.Float32
        select $"finite?.Input({Literals.Of(given.Name)}, {Where(program.Storages[given.Value])});";

    /// <summary>The lines after a step.</summary>
    public static IEnumerable<string> After(PlannedStep planned, Program program, CompiledNetwork network)
    {
        if (planned.Kernel is RandomKernel)
            yield break;
        Step step = planned.Step;
        string layers = Literals.Of(string.Join(", ", step.Labels));
        foreach (Value value in step.Writes.Where(v => v.Element == Element.Float32))
        {
            Storage storage = program.Storages[value];
            yield return storage.Region == Region.Gradients ? $"finite?.ParameterGradient({Literals.Of(storage.Parameter!)}, {Where(storage)});"
                : step.Phase == Phase.Backward || program.OutputGradients.Any(g => g.Value == value) ? $"finite?.Gradient({layers}, {Where(storage)});"
                : $"finite?.Activation({layers}, {Where(storage)}{Seen(value, storage, step, network)});";
        }
    }

    // Who counts dead units and saturated values needs to know what the step's last layer is, whatever its name, where the value is that layer's.
    private static string Seen(Value value, Storage storage, Step step, CompiledNetwork network) =>
        network.Graphs.Layers.FirstOrDefault(layer => layer.Name == value.Node.Layer && layer.Name == step.Labels.Last()) is { Kind: "ReLU" or "ReLU6" or "Sigmoid" or "HardSigmoid" or "Tanh" } layer
            ? $", kind: {Literals.Of(layer.Kind)}{Channels(layer, value, storage)}" : "";

    // And of an image in the order of its shape: kernels have the channels last, as columns.
    private static string Channels(LayerSummary layer, Value value, Storage storage)
    {
        if (layer is not { Kind: "ReLU" or "ReLU6", Output: { Rank: 4 } shape } || !value.Shape.Equals(shape) || !storage.Order.IsEmpty || storage.Columns != shape[3].Size)
            return "";

        // Of [n,8,8,8] the shape does not tell which order it is.
        return shape[1] == shape[3] && shape[1] == shape[2] ? "" : $", channels: {Literals.Of(shape[1].Size)}";
    }

    private static string Where(Storage storage)
    {
        string rows = !storage.Rows.PerSample ? Literals.Of(storage.Rows.Size)
            : storage.Rows.Size == 1 ? "batch"
            : $"unchecked({Literals.Of(storage.Rows.Size)} * batch)";
        return $"ref {storage.Name}, {rows}, {Literals.Of(storage.Columns)}, {Literals.Of(storage.Pitch)}";
    }
}
