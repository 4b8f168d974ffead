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
        Storage dy = code[step.Product.Inputs[0].Root()], x = code[step.Product.Inputs[1].Root()];
        var tile = new Tile(x.Columns, dy.Pitch, StepCode.Rows(x.Rows), (x.Name, 1, x.Pitch), (dy.Name, dy.Pitch));
        return tile.Emit(code, StepComment.Of(code));
    }
}
