using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>The methods of all programs, or of a body, each once: steps whose code differs in nothing but its name share a method.</summary>
/// <param name="deterministic">Whether results have the same bits at every width.</param>
/// <param name="name">What all steps are called, numbers aside; null if each has a name of its own.</param>
/// <param name="titled">Whether comments name layers.</param>
/// <param name="share">How threads divide what can be divided.</param>
internal sealed class StepPool(bool deterministic, ShareText share, string? name = null, bool titled = true)
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
            return Code(shared, titled);

        string unique = Unique(name ?? planned.Step.Name);
        _names.Add(anonymous, unique);
        StepCode code = Code(unique, titled);
        _methods.Add(kernel.Emit(code));
        return code;

        StepCode Code(string name, bool titled) =>
            new(planned.Step with { Name = name }, storages, kernel.Scratch(planned.Step), maxBatch, deterministic, titled)
            {
                Part = Part,
                Share = kernel.Divides(planned.Step) == Division.None ? ShareText.Alone : share,
            };
    }

    // The method of a given name, unless its like is there; returns the name to call.
    private string Part(string part, Func<string, string> method)
    {
        string anonymous = method("Part");
        if (_names.TryGetValue(anonymous, out string? shared))
            return shared;
        string unique = Unique(name + part);
        _names.Add(anonymous, unique);
        _methods.Add(method(unique));
        return unique;
    }

    /// <summary>A name that no method has or will have: the given one, or with a number.</summary>
    public string Unique(string first)
    {
        string unique = first;
        for (int i = 2; !_taken.Add(unique); i++)
            unique = $"{first}_{i}";
        return unique;
    }
}
