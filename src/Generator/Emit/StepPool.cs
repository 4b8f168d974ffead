using StaticNet.Generator.Ir;
using StaticNet.Generator.Kernels;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Emit;

/// <summary>The methods of all programs, each once: steps whose code differs in nothing but its name share a method.</summary>
internal sealed class StepPool(bool deterministic)
{
    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<string> _methods = [];

    public string Text => string.Join("\n\n", _methods);

    /// <summary>Emits the step unless its like is there, and returns its code under the name to call.</summary>
    public StepCode Add(PlannedStep planned, IReadOnlyDictionary<Value, Storage> storages, int maxBatch)
    {
        var kernel = (Kernel)planned.Kernel;
        string anonymous = kernel.Emit(Code("Step", titled: false));
        if (_names.TryGetValue(anonymous, out string? shared))
            return Code(shared, titled: true);

        string name = planned.Step.Name;
        for (int i = 2; !_taken.Add(name); i++)
            name = $"{planned.Step.Name}_{i}";
        _names.Add(anonymous, name);
        StepCode code = Code(name, titled: true);
        _methods.Add(kernel.Emit(code));
        return code;

        StepCode Code(string name, bool titled) => new(planned.Step with { Name = name }, storages, kernel.Scratch(planned.Step), maxBatch, deterministic, titled);
    }
}
