using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary><c>yᵣ = Σ xᵢ over the i with tᵢ = r</c>: a table of zeros, or of gradients gathered before, to whose rows vectors are added one after another.</summary>
internal sealed class ScatterAddKernel : Kernel
{
    public override string Name => "sums in a table";

    public override bool Matches(Step step) => step.Nodes[0].Op is ScatterAdd && step.Nodes[0].Results[0].Shape.Rank == 2;

    public override bool ReadsUnpadded(Step step, Value value) => step.Nodes[0].Inputs[1].Root() != value;

    /// <summary>
    /// Whether the caller's indices tell which rows of a gradient are not zero. Then the trainer clears those before the pass that does not add to them
    /// (<c>TouchedRows</c>), and all others are zero.
    /// </summary>
    public static bool IsFollowed(Node node, Storage table) =>
        node.Op is ScatterAdd && node.Inputs[0].Root().Op is Input && table is { Region: Region.Gradients, Order.IsEmpty: true };

    public override string Emit(StepCode code)
    {
        Node node = code.Step.Nodes[0];
        Value indices = node.Inputs[0], x = node.Inputs[1];
        Storage table = code[node.Results[0]], source = code[x];
        var rows = new TableRows(indices.Shape, code[indices], x.Shape, source);
        string clear = IsFollowed(node, table) ? "// rows that no earlier pass has added to are zero" : table.Region != Region.Gradients ? Moves.Clear(table) : CodeWriter.Text($$"""
            if (!accumulate)
            {
                {{Moves.Clear(table)}}
            }
            """);
        string add = CodeWriter.Text($$"""
            for (nint column = 0; column < {{table.Pitch}}; column += S.Width)
            {
                V sum = S.Add(S.Load(in {{table.Name}}, token * {{table.Pitch}} + column), S.Load(in {{source.Name}}, {{rows.At}} + column));
                S.Store(sum, ref {{table.Name}}, token * {{table.Pitch}} + column);
            }
            """);
        return code.Main(clear + "\n\n" + rows.Loop(ShareText.Alone, add));
    }
}
