using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// A map over gradients of weights, <c>w̄ = w̄₁ + w̄₂</c>: all lie in the weight's order, so one loop goes over the floats of their rows, whichever element
/// stands where.
/// </summary>
internal sealed class GradientMapKernel : Kernel
{
    public override string Name => "loop over a weight";

    public override bool Matches(Step step) => step.Nodes[0] is { Op: Map map } node && WeightOrders.IsOfGradients(node) && KeepsZero(map.Body, node);

    public override bool MayOverwrite(Step step, Value read, Value written) => IsFull(step, read);

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node node = code.Step.Nodes[0];
        Storage target = code[node.Results[0]];
        Value[] operands = [.. node.Inputs];
        ScalarCode body = ScalarText.Write([((Map)node.Op).Body], s => s switch
        {
            OperandScalar o => IsFull(code.Step, operands[o.Index].Root()) ? $"S.Load(in {code[operands[o.Index]].Name}, at)" : $"S.Broadcast(in {code[operands[o.Index]].Name}, 0)",
            BatchScalar => "S.Splat(batch)",
            _ => null,
        });
        string[] turn = [.. body.Statements, Stores.Text(target, "at", body.Results[0])], cleared = Cleared(target, node.Results[0].Shape);
        string sum = code.Share.Loop("at", $"{Floats(target, node.Results[0].Shape)}", string.Join("\n", turn), step: "S.Width", unit: $"{Limits.Block}");
        return code.Main(string.Join("\n", [sum, .. cleared.Select(code.Share.Once)]));
    }

    // Rows that no element is in hold nothing where a product made them; among the gradients they are zero already.
    private static string[] Cleared(Storage target, Shape shape) => target.Region == Region.Gradients || target.Floats(1) == Floats(target, shape)
        ? []
        :
        [
            CodeWriter.Text($$"""
                for (nint at = {{Floats(target, shape)}}; at < {{target.Floats(1)}}; at += S.Width)
                    S.Store(S.Zero, ref {{target.Name}}, at);
                """),
        ];

    private static int Floats(Storage target, Shape shape) =>
        target.Pitch * target.Order.Take(target.Order.Length - 1).Aggregate(1, (rows, axis) => rows * shape[axis].Size);

    private static bool IsFull(Step step, Value read) => read.Shape.Equals(step.Nodes[0].Results[0].Shape);

    // f(0, 0, …) = 0, so that padding stays zero; what is no full tensor is one number.
    private static bool KeepsZero(Scalar body, Node node) =>
        node.Inputs.All(v => v.Shape.Equals(node.Results[0].Shape) || Matrix.Of(v.Shape).IsScalar)
        && !body.Subexpressions().Contains(Scalar.Column)
        && body.Replace(s => s is OperandScalar o && node.Inputs[o.Index].Shape.Equals(node.Results[0].Shape) ? 0 : null) is NumberScalar { Value: 0 };
}
