using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The lines above a step's method: its layers, a formula for each value that it stores, its cost.</summary>
internal static class StepComment
{
    /// <summary>How far the line of a title goes.</summary>
    public const int Width = 76;

    public static string Of(StepCode code)
    {
        Step step = code.Step;
        string title = $"// ── {code.Title} ";
        var lines = new List<string> { title.PadRight(Width, '─') };
        var inlining = new Inlining(v => !step.Nodes.Contains(v.Node) || v.Op is not Map);
        foreach (Value value in step.Writes)
        {
            Scalar body = inlining.Of(value);
            Formula[] names = [.. inlining.Leaves.Select(v => Operand(v, code))];
            lines.Add($"// {code[value].Name}{value.Shape} = {Formula.Of(body, names)}");
        }

        lines.Add($"// {Literals.Flops(step.Flops)} per sample");
        return string.Join("\n", lines);
    }

    private static Formula Operand(Value value, StepCode code) => value.Op switch
    {
        _ when code.Step.Reads.Contains(value) => code[value].Name,
        MatMul product => Formula.Product(
            Matrix(value.Node.Inputs[0], product.TransposeA, code), Matrix(value.Node.Inputs[1], product.TransposeB, code)),
        Conv => Formula.Product(Image(value.Node.Inputs[0], code), Image(value.Node.Inputs[1], code)),
        Reduce reduce => $"{(reduce.Kind == ReduceKind.Sum ? "Σ" : "max")}({Inner(value.Node.Inputs[0], code)})",
        Permute or Slice or Pad or Ops.Reshape => $"{value.Op.Text.Split('.', ' ')[0]}({Operand(value.Node.Inputs[0].Root(), code).Text})",
        _ => "x",
    };

    private static Formula Image(Value value, StepCode code) => $"{code[value].Name}{value.Shape}";

    private static Formula Matrix(Value value, bool transposed, StepCode code) =>
        $"{code[value].Name}{(transposed ? "ᵀ" : "")}{value.Shape}";

    private static string Inner(Value value, StepCode code)
    {
        var inlining = new Inlining(v => !code.Step.Nodes.Contains(v.Node) || v.Op is not Map);
        Scalar body = inlining.Of(value);
        return Formula.Of(body, [.. inlining.Leaves.Select(v => Operand(v, code))]).Text;
    }
}
