using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary><c>yᵢ = x[tᵢ]</c>: the row of a table that each index names, copied in vectors. Indices are checked where the caller gives them.</summary>
internal sealed class GatherKernel : Kernel
{
    public override string Name => "rows of a table";

    public override bool Matches(Step step) => step.Nodes[0].Op is Gather && step.Nodes[0].Inputs[0].Shape.Rank == 2;

    public override bool ReadsUnpadded(Step step, Value value) => step.Nodes[0].Inputs[0].Root() != value;

    public override bool CanAccumulate => false;

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node node = code.Step.Nodes[0];
        Value table = node.Inputs[0], indices = node.Inputs[1], y = node.Results[0];
        Storage x = code[table], target = code[y];
        var rows = new TableRows(indices.Shape, code[indices], y.Shape, target);
        ImmutableArray<Stride> strides = x.Strides(table.Shape);
        string copy = strides[1] == 1
            ? CodeWriter.Text($$"""
                for (nint column = 0; column < {{target.Pitch}}; column += S.Width)
                    S.Store(S.Load(in {{x.Name}}, token * {{x.Pitch}} + column), ref {{target.Name}}, {{rows.At}} + column);
                """)
            : CodeWriter.Text($$"""
                for (nint column = 0; column < {{target.Columns}}; column++)
                    Unsafe.Add(ref {{target.Name}}, {{rows.At}} + column) = Unsafe.Add(ref {{x.Name}}, token * {{$"{strides[0].Floats}"}} + column * {{$"{strides[1].Floats}"}});
                """);

        // A table that a product reads as its weight has a row's elements far apart, and no padding behind them.
        string padding = strides[1] == 1 || target.Pitch == target.Columns ? "" : Moves.Clear(target) + "\n";
        return code.Main(padding.Length == 0 ? rows.Loop(code.Share, copy) : code.Share.Once(padding + rows.Loop(ShareText.Alone, copy)));
    }
}
