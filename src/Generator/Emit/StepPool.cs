using StaticNet.Generator.Ir;
using StaticNet.Generator.Kernels;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Emit;

/// <summary>The methods of all programs, each text once: a step that two programs share is emitted for the first.</summary>
internal sealed class StepPool
{
    private readonly Dictionary<string, string> _methods = [];
    private readonly List<string> _order = [];

    public string Text => string.Join("\n\n", _order.Select(name => _methods[name]));

    /// <summary>Emits the step unless its like is there, and returns its code, whose step has the name to call.</summary>
    public StepCode Add(PlannedStep planned, IReadOnlyDictionary<Value, Storage> storages, int maxBatch)
    {
        var kernel = (Kernel)planned.Kernel;
        for (Step step = planned.Step; ; step = step with { Name = $"Training{step.Name}" })
        {
            var code = new StepCode(step, storages, kernel.Scratch(step), maxBatch);
            string text = kernel.Emit(code);
            if (_methods.TryGetValue(step.Name, out string? known) && known != text)
                continue;
            if (known is null)
                _order.Add(step.Name);
            _methods[step.Name] = text;
            return code;
        }
    }
}
