using System.Text;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>Names steps after the layers whose nodes they hold: <c>Dense1ReLU1</c>, <c>Dense1WeightGradient</c>.</summary>
internal sealed class StepNames
{
    // A step's method stands beside those that run the programs, in a class whose code names these types.
    private static readonly string[] Reserved =
    [
        "Steps", "S", "V", "Forward", "ForwardSteps", "Link", "LinkSteps", "TrainForward", "TrainForwardSteps", "TrainHead", "TrainHeadSteps",
        "TrainBackward", "TrainBackwardSteps", "Vector512", "Vector256", "Vector128", "Simd512", "Simd256", "Simd128", "ISimd", "Unsafe",
        "MethodImpl", "MethodImplOptions", "Rows", "Philox", "Constants", "FiniteCheck", "Evaluate", "EvaluateSteps",
        "Stream", "StreamSteps", "StreamLink", "StreamLinkSteps",
    ];

    private readonly HashSet<string> _taken = new(Reserved, StringComparer.OrdinalIgnoreCase);

    public string Of(ImmutableArray<Node> nodes, Phase phase)
    {
        string layers = Joined([.. nodes.SelectMany(n => n.Layers).Distinct()]);
        string suffix = phase switch
        {
            Phase.Backward when nodes[0].Op is MatMul product => product.TransposeA ? "WeightGradient" : "InputGradient",
            Phase.Backward when nodes[0].Op is Conv conv => conv.Mode == ConvMode.Filter ? "WeightGradient" : "InputGradient",
            Phase.Backward => "Gradient",
            _ => "",
        };
        string name = layers + suffix;
        for (int i = 2; !_taken.Add(name); i++)
            name = $"{layers}{suffix}_{i}";
        return name;
    }

    // block1.main, block1.relu1 → Block1MainRelu1
    private static string Joined(ImmutableArray<string> layers)
    {
        var name = new StringBuilder();
        string block = "";
        foreach (string layer in layers)
        {
            bool inside = block.Length > 0 && layer.StartsWith(block, StringComparison.Ordinal);
            name.Append(Pascal(inside ? layer.Substring(block.Length) : layer));
            block = layer.Substring(0, layer.LastIndexOf('.') + 1);
        }

        return name.Length == 0 ? "Step" : name.ToString();
    }

    // In a script without capitals a method would have the name of the local that holds its value.
    private static string Pascal(string label) => string.Concat(label.Split('.').Select(PascalPart));

    private static string PascalPart(string label) => char.IsLower(label[0]) || char.IsUpper(label[0])
        ? char.ToUpperInvariant(label[0]) + label.Substring(1)
        : $"Step{label}";
}
