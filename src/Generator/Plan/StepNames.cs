using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>Names steps after the layers whose nodes they hold: <c>Dense1ReLU1</c>, <c>Dense1WeightGradient</c>.</summary>
internal sealed class StepNames
{
    // No member may have the name of the class that holds the steps.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "Steps" };

    public string Of(ImmutableArray<Node> nodes, Phase phase)
    {
        string layers = string.Concat(nodes.Select(n => n.Label).Where(l => l.Length > 0).Distinct().Select(Pascal));
        if (layers.Length == 0)
            layers = "Step";
        string suffix = phase switch
        {
            Phase.Backward when nodes[0].Op is MatMul product => product.TransposeA ? "WeightGradient" : "InputGradient",
            Phase.Backward => "Gradient",
            _ => "",
        };
        string name = layers + suffix;
        for (int i = 2; !_taken.Add(name); i++)
            name = $"{layers}{suffix}_{i}";
        return name;
    }

    private static string Pascal(string label) => char.ToUpperInvariant(label[0]) + label.Substring(1);
}
