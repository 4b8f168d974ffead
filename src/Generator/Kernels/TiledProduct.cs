using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary><c>y = f(x·Wᵀ)</c> by register tiles: x is broadcast, the stored weight <c>[in,units]</c> is read in vectors.</summary>
internal sealed class TiledProduct : Kernel
{
    public override string Name => "tiles";

    public override bool Matches(Step step) => ProductShape.IsForward(step);

    public override bool ReadsUnpadded(Step step, Value value) => ReadsOnlyAsRows(step, value);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0].Root()], w = code[product.Inputs[1].Root()];
        var tile = new Tile(x.Rows, w.Pitch, $"{x.Columns}", (x.Name, x.Pitch, 1), (w.Name, w.Pitch));
        return tile.Emit(code, StepComment.Of(code));
    }

    /// <summary>The left operand is read a number at a time; any other may be read in vectors.</summary>
    public static bool ReadsOnlyAsRows(Step step, Value value) =>
        step.Nodes.SelectMany(n => n.Inputs.Select((v, i) => (Root: v.Root(), IsLeft: i == 0 && n == step.Nodes[0])))
            .Where(p => p.Root == value)
            .All(p => p.IsLeft);
}
