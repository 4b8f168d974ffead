using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>What a network costs, held against its budget.</summary>
internal static class Costs
{
    // As many of the dearest parts as a line of text bears.
    private const int Named = 3;

    /// <summary>The sum of an array's elements is its bytes: all storage is of floats.</summary>
    private const long Float = 4;

    public static IEnumerable<NetworkError> OverBudget(CompiledNetwork network)
    {
        if (network.Declaration.Budget is not { } budget)
            return [];
        NetworkError?[] errors =
        [
            Check("of parameters", nameof(budget.ParameterBytes), "make those layers smaller", Float * network.Plan.Floats, budget.ParameterBytes, Literals.Bytes, Parameters(network)),
            Check(
                "of arena for inference", nameof(budget.ArenaBytes), "lower MaxBatch or make those layers smaller", Float * network.InferenceFloats, budget.ArenaBytes, Literals.Bytes,
                Values(network, network.Predict).Append(("the input, of bytes", Float * ByteInput.Floats(network)))),
            Check(
                "of memory for training", nameof(budget.TrainingBytes), "lower MaxBatch or make those layers smaller",
                Float * (network.Plan.TrainableFloats + network.TrainingFloats), budget.TrainingBytes, Literals.Bytes,
                Values(network, network.Train).Append(("the gradients", Float * network.Plan.TrainableFloats))),
            Check("per sample", nameof(budget.ForwardFlops), "make those layers smaller", network.ForwardFlops, budget.ForwardFlops, Literals.Flops, network.Graphs.Layers.Select(l => (l.Name, l.Flops))),
        ];
        return errors.OfType<NetworkError>();

        NetworkError? Check(string what, string limit, string mend, long cost, long most, Func<long, string> text, IEnumerable<(string Name, long Cost)> parts) => cost <= most
            ? null
            : new(
                Descriptors.OverBudget, budget.Site, network.Declaration.Name, $"{text(cost)} {what}", $"{text(most)}",
                string.Join(", ", parts.OrderByDescending(p => p.Cost).Take(Named).Where(p => p.Cost > 0).Select(p => $"{p.Name} ({text(p.Cost)})")),
                $"{mend}, or raise {limit} to {Digits(cost)}");
    }

    private static IEnumerable<(string Name, long Cost)> Parameters(CompiledNetwork network) =>
        network.Plan.Slots.GroupBy(s => network.Parameters.First(p => p.Name == s.Name).Layer, (layer, slots) => (layer, Float * slots.Sum(s => (long)s.Floats)));

    // Values whose lives do not overlap share memory: the sum may exceed the whole.
    private static IEnumerable<(string Name, long Cost)> Values(CompiledNetwork network, Program program) => program.Storages
        .Where(p => p.Value.Region == Region.Arena)
        .Select(p => ($"{p.Value.Name} {p.Key.Shape}", Float * p.Value.Floats(network.Declaration.MaxBatch)));

    private static string Digits(long number) => Literals.Of(number).TrimEnd('L');
}
