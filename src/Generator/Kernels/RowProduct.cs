using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>y = f(x·Wᵀ)</c> of the single row of a network for one sample: where fewer than eight vectors of columns are left, each of their sums is several that
/// do not wait for each other, of every second, fourth or eighth product. More rows have as many sums without that (<see cref="TiledProduct"/>).
/// </summary>
internal sealed class RowProduct(int maxBatch) : Kernel
{
    // A multiply-add waits 4 cycles for the one before it, and two start in each.
    private const int Sums = 8;

    // Of more columns than these, those that are left are a small part, and the second cache, where the weight is, decides.
    private const int Most = 8 * Sums * Limits.Block;

    public override string Name => "a row";

    public override bool Matches(Step step) =>
        ProductShape.IsForward(step)
        && ((ProductStep)step).Product is { Inputs: [var x, var w] }
        && Matrix.Of(x.Shape).Rows.At(maxBatch) == 1
        && Limits.Pad(w.Shape[0].Size) is < Most and var columns && columns % (Sums * Limits.Block) != 0
        && w.Shape[1].Size >= Sums;

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    // How many vectors are left depends on how many lanes they have.
    public override bool GoesAcrossLanes(Step step) => true;

    public override Division Divides(Step step) => TiledProduct.DividesRows(step);

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        int columns = Limits.Pad(w.Columns);
        int[] widths = [columns / Limits.Block, 2 * columns / Limits.Block, 4 * columns / Limits.Block];
        IEnumerable<int> blocks = ((int[])[8, 4, 2, 1]).Where(vectors => widths.Any(count => vectors == Sums ? count >= vectors : (count & vectors) != 0));
        string body = code.Share.Loop("row", x.Rows, CodeWriter.Text($$"""
            ref float a = ref Unsafe.Add(ref {{x.Name}}, row * {{x.Pitch}});
            nint column = 0;
            {{string.Join("\n", blocks.Select(vectors => Block(code, x, w, columns, vectors)))}}
            """));
        return code.Main(body) + "\n\n" + ProductStore.Emit(code);
    }

    private static string Block(StepCode code, Storage x, Storage w, int columns, int vectors)
    {
        int chains = Sums / vectors, whole = x.Columns / chains * chains;
        int[] v = [.. Enumerable.Range(0, vectors)], all = [.. Enumerable.Range(0, chains)];
        string advance = vectors == 1 ? "S.Width" : $"{vectors} * S.Width";
        string zeros = string.Join("\n", all.Select(c => $"V {string.Join(", ", v.Select(i => $"c{c}{i} = S.Zero"))};"));
        string turn = string.Join("\n", all.Select(c => Product(c, w, v, c, "k")));
        string rest = string.Join("\n", Enumerable.Range(whole, x.Columns - whole).Select(k => Product(k - whole, w, v, k, "")));
        string stores = string.Join("\n", v.Select(i => ProductStore.Call(
            code, Sum([.. all.Select(c => $"c{c}{i}")]), "row", i switch { 0 => "column", 1 => "column + S.Width", _ => $"column + {i} * S.Width" })));
        return CodeWriter.Text($$"""
            for (; column + {{advance}} <= {{columns}}; column += {{advance}})
            {
                {{zeros}}
                ref float b = ref Unsafe.Add(ref {{w.Name}}, column);
                for (nint k = 0; k < {{whole}}; k += {{chains}})
                {
                    {{turn}}
                    b = ref Unsafe.Add(ref b, {{chains * w.Pitch}});
                }

                {{rest}}
                {{stores}}
            }
            """);
    }

    // The product of an input, counted from a place, with its row of the weight.
    private static string Product(int chain, Storage w, int[] vectors, int k, string from)
    {
        string a = from.Length == 0 ? $"{k}" : k == 0 ? from : $"{from} + {k}";
        return string.Join(" ", vectors.Select(i =>
            $"c{chain}{i} = S.FusedMultiplyAdd(S.Broadcast(in a, {a}), S.Load(in b, {chain * w.Pitch}{(i == 0 ? "" : i == 1 ? " + S.Width" : $" + {i} * S.Width")}), c{chain}{i});"));
    }

    // Halves added, again and again.
    private static string Sum(string[] sums) =>
        sums.Length == 1 ? sums[0] : $"S.Add({Sum([.. sums.Take(sums.Length / 2)])}, {Sum([.. sums.Skip(sums.Length / 2)])})";
}
