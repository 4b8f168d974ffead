using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>y[b] = f(A[b]·B[b])</c> by register tiles, for any matrices: A is broadcast, in rows or transposed; B is read in vectors, and copied
/// to rows first where the product reads it transposed, which costs one move for each row of A.
/// </summary>
internal sealed class BatchedProduct : Kernel
{
    private static readonly string[] Names = ["i", "j", "k", "l", "m", "o", "p", "q"];

    public override string Name => "tiles of many matrices";

    public override bool Matches(Step step) =>
        step is ProductStep { Product: { Op: MatMul } product } && (product.Results[0].Shape.Rank > 2 || product.Results[0].Shape.PerSample);

    public override bool ReadsUnpadded(Step step, Value value) => TransposesRight(step) && !IsWeight(step)
        ? TiledProduct.ReadsOnly(step, value, 0, 1)
        : TiledProduct.ReadsOnly(step, value, 0);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    public override ImmutableArray<Matrix> Scratch(Step step)
    {
        Shape right = ((ProductStep)step).Product.Inputs[1].Shape;
        var (depth, columns) = TransposesRight(step) ? (1, 2) : (2, 1);
        return TransposesRight(step) || IsWeight(step) ? [new(right.FromEnd(depth), right.FromEnd(columns).Size)] : [];
    }

    public override Division Divides(Step step) => ((ProductStep)step).Product.Results[0].Shape.Rank > 2 ? Division.ByLoop : Division.None;

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        var op = (MatMul)product.Op;
        Operand a = Operand.Of(product.Inputs[0], op.TransposeA, code), b = Operand.Of(product.Inputs[1], op.TransposeB, code);
        Shape y = product.Results[0].Shape;
        int axes = y.Rank - 2, pitch = Limits.Pad(y.FromEnd(1).Size);
        bool copies = b.Column != 1 || (op.TransposeB && b.Storage.Order.IsEmpty);
        Dim rows = y.FromEnd(2), depth = a.Shape.FromEnd(op.TransposeA ? 2 : 1);

        string right = copies ? StepCode.ScratchName(0) : b.Storage.Name;
        var tile = new Tile(
            pitch, (a.Storage.Name, "left", a.Row), right, [new("k", StepCode.Rows(depth), a.Column, copies ? pitch : b.Row)])
        {
            First = copies ? "column" : "right + column",
        };
        var heights = Tile.Heights(rows.At(code.MaxBatch));
        string passed = copies ? "" : ", right";
        string turn = string.Join("\n", heights.Select(t => Tile.Loop(
            t, "row", StepCode.Rows(rows), $"{Tile.Name(code.Step.Name, t.Rows)}<S, V>({code.Arguments}, first + row, left + {Times("row", a.Row)}{passed});")));
        string body = CodeWriter.Text($$"""
            nint left = {{Offset(a.Leading(axes))}}, right = {{Offset(b.Leading(axes))}}, first = {{Offset(FirstRows(y))}};
            {{(copies ? Transposed(b, y.FromEnd(1).Size, depth, pitch) : "")}}
            nint row = 0;
            {{turn}}
            """);
        for (int axis = axes - 1; axis >= 0; axis--)
            body = (axis == 0 ? code.Share : ShareText.Alone).Loop(Names[axis], y[axis], body);

        return string.Join("\n\n",
        [
            code.Main(body),
            .. tile.Methods(code, heights, "nint row, nint left" + (copies ? "" : ", nint right")),
            ProductStore.Emit(code),
        ]);
    }

    private static bool TransposesRight(Step step) => ((MatMul)step.Nodes[0].Op).TransposeB;

    // One matrix for all lies as the weight that it is (WeightOrders), unless it is a constant.
    private static bool IsWeight(Step step) =>
        ((ProductStep)step).Product is { Op: MatMul { TransposeA: false } } product && product.Inputs[1].Shape is { Rank: 2, PerSample: false };

    // scratch[k,column] = B[column,k], with zeros behind the last column
    private static string Transposed(Operand b, int columns, Dim depth, int pitch)
    {
        string padding = pitch == columns ? "" : CodeWriter.Text($$"""
                for (nint column = {{columns}}; column < {{pitch}}; column++)
                    Unsafe.Add(ref {{StepCode.ScratchName(0)}}, k * {{pitch}} + column) = 0;
            """);
        return CodeWriter.Text($$"""
            for (nint k = 0; k < {{StepCode.Rows(depth)}}; k++)
            {
                for (nint column = 0; column < {{columns}}; column++)
                    Unsafe.Add(ref {{StepCode.ScratchName(0)}}, k * {{pitch}} + column) = Unsafe.Add(ref {{b.Storage.Name}}, right + {{Times("column", b.Column)}} + {{Times("k", b.Row)}});
            {{padding}}
            }
            """);
    }

    // The rows from one matrix of the result to the next, along each leading axis.
    private static IEnumerable<Stride> FirstRows(Shape y)
    {
        Matrix rows = Matrix.Of(y);
        return new Storage("", Region.Arena, rows.Rows, 1, 1).Strides(y.With(y.Rank - 1, 1)).Take(y.Rank - 2);
    }

    private static string Offset(IEnumerable<Stride> strides)
    {
        string sum = string.Join(" + ", strides.Select((stride, i) => (stride, i)).Where(p => p.stride.Floats > 0).Select(p => p.stride.Of(Names[p.i])));
        return sum.Length > 0 ? sum : "0";
    }

    private static string Times(string index, long stride) => stride == 1 ? index : $"{index} * {stride}";

    /// <summary>A matrix as the product reads it: the floats from one of its rows, and of its columns, to the next.</summary>
    private sealed record Operand(Storage Storage, Shape Shape, ImmutableArray<Stride> Strides, int Row, int Column)
    {
        public static Operand Of(Value value, bool transposed, StepCode code)
        {
            Storage storage = code[value];
            ImmutableArray<Stride> strides = storage.Strides(value.Shape);
            int rows = checked((int)strides[strides.Length - 2].Floats), columns = checked((int)strides[strides.Length - 1].Floats);
            return transposed ? new(storage, value.Shape, strides, columns, rows) : new(storage, value.Shape, strides, rows, columns);
        }

        /// <summary>The floats from one matrix to the next along each leading axis of the result; 0 where there is one for all.</summary>
        public IEnumerable<Stride> Leading(int axes) => Shape.Rank == 2 ? Enumerable.Repeat((Stride)0, axes) : Strides.Take(axes);
    }
}
