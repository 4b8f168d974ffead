using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary><c>W̄ = Σₙ ȳₙᵀ·xₙ</c>, stored <c>[in,units]</c> as the weight is: the rows of the tile are inputs, the depth is the batch.</summary>
internal sealed class WeightGradientProduct : Kernel
{
    public override string Name => "tiles over the batch";

    public override bool Matches(Step step) => ProductShape.IsWeightGradient(step);

    public override string Emit(StepCode code)
    {
        var step = (ProductStep)code.Step;
        Storage dy = code[step.Product.Inputs[0]], x = code[step.Product.Inputs[1]];
        var tile = new Tile(Limits.Pad(dy.Columns), (x.Name, "row", 1), dy.Name, [new("k", StepCode.Rows(x.Rows), x.Pitch, dy.Pitch)]);
        return TiledProduct.OverRows(code, tile, x.Columns, x.Rows.At(code.MaxBatch));
    }
}
