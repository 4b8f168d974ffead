using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>A convolution by Winograd's products, forward or phase by phase; of few samples by tiles over its windows.</summary>
/// <param name="mode">Which of them.</param>
/// <param name="maxBatch">The most samples.</param>
internal abstract class WinogradKernel(ConvMode mode, int maxBatch) : Kernel
{
    public override bool CanAccumulate => false;

    public override bool Matches(Step step) => step.Nodes[0].Op is Conv conv && conv.Mode == mode && Tiles(step, 1) is not null;

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override ImmutableArray<Matrix> Scratch(Step step) => Tiles(step, 1) is { } tiles ? WinogradCode.Scratch(tiles, Depth(tiles)) : [];

    public override Division Divides(Step step) => Division.ByLoop;

    public override bool SharesScratch(int index) => index == 0;

    /// <summary>The loops that leave the bare sums of windows in y, and what threads divide there.</summary>
    protected abstract (string Sums, (string Count, int Rows) Turns) Direct(StepCode code, Node product, (Storage X, Storage W, Storage Y) of);

    /// <summary>The products of a sum.</summary>
    protected abstract int Depth(WinogradTiles tiles);

    /// <summary>The tiles of a step whose pixels of x lie so many floats apart; null where they do not fit or do not pay.</summary>
    protected WinogradTiles? Tiles(Step step, int pixel)
    {
        Node product = step.Nodes[0];
        return WinogradTiles.Of(product, product.Inputs[0], product.Results[0], product.Inputs[1], pixel, maxBatch);
    }

    /// <summary>What the step's method does for few samples before anything else; steps of the same extents share the products' method.</summary>
    protected string Few(StepCode code, WinogradTiles tiles)
    {
        if (tiles.IsFew is not { } isFew)
            return "";
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]], y = code[code.Step.Writes[0]];
        var (sums, turns) = Direct(code, product, (x with { Name = "x" }, w with { Name = "weight" }, y with { Name = "y" }));
        string method = code.Part($"Few{mode}{tiles.Image.Channels}To{w.Columns}", name => code.Method(
            "// of few samples", name, $"ref float x, ref float weight, ref float y, int batch{code.Share.Parameter}", sums, isPrivate: true));
        return CodeWriter.Text($$"""
            if ({{isFew}})
            {
                {{method}}<S, V>(ref {{x.Name}}, ref {{w.Name}}, ref {{y.Name}}, batch{{(code.Share.IsShared ? ", share" : "")}});
                {{ConvolutionByParts.Finish(code, turns)}}
                return;
            }
            """);
    }
}
