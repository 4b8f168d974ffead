using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary><c>y = f(x·Wᵀ)</c> for a tiny weight: the sum over the inputs written out, in four partial sums that do not wait for each other.</summary>
internal sealed class UnrolledProduct : Kernel
{
    // A multiply-add waits 4 cycles for the one before it.
    private const int Chains = 4;

    public override string Name => "unrolled";

    public override bool Matches(Step step) =>
        ProductShape.IsForward(step)
        && ((ProductStep)step).Product.Inputs[1].Shape is var w
        && w[1].Size <= Limits.UnrolledDepth
        && w[0].Size <= Limits.UnrolledColumns;

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    public override Division Divides(Step step) => TiledProduct.DividesRows(step);

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        var lines = Enumerable.Range(0, x.Columns).Select(k =>
        {
            string a = $"S.Broadcast(in a, {k})", b = $"S.Load(in b, {k * w.Pitch})", c = $"c{k % Chains}";
            return k < Chains ? $"V {c} = S.Multiply({a}, {b});" : $"{c} = S.FusedMultiplyAdd({a}, {b}, {c});";
        });
        string[] sums = [.. Enumerable.Range(0, Math.Min(Chains, x.Columns)).Select(i => $"c{i}")];
        string sum = sums.Length switch
        {
            4 => "S.Add(S.Add(c0, c1), S.Add(c2, c3))",
            3 => "S.Add(S.Add(c0, c1), c2)",
            2 => "S.Add(c0, c1)",
            _ => "c0",
        };
        string body = code.Share.Loop("row", x.Rows, CodeWriter.Text($$"""
            ref float a = ref Unsafe.Add(ref {{x.Name}}, row * {{x.Pitch}});
            for (nint column = 0; column < {{w.Pitch}}; column += S.Width)
            {
                ref float b = ref Unsafe.Add(ref {{w.Name}}, column);
                {{string.Join("\n", lines)}}
                {{ProductStore.Call(code, sum, "row", "column")}}
            }
            """));
        return code.Main(body) + "\n\n" + ProductStore.Emit(code);
    }
}
