using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>Maps and reductions over a matrix: one loop over its rows (or columns), one inner loop for each pass.</summary>
internal sealed class SheetKernel : Kernel
{
    public override string Name => "row loop";

    public override bool Matches(Step step) => step is SheetStep;

    public override bool MayOverwrite(Step step, Value read, Value written)
    {
        var sheet = (SheetStep)step;
        var schedule = new SheetSchedule(sheet);
        if (!sheet.Sheet.Accesses[read].IsFull || schedule.Role(written.Node) != Role.Full)
            return false;
        int pass = Enumerable.Range(0, schedule.Passes).First(p => schedule.Stores(p).Contains(written));
        return Enumerable.Range(pass + 1, schedule.Passes - pass - 1).All(later => !schedule.Leaves(later).Contains(read));
    }

    public override ImmutableArray<Matrix> Scratch(Step step)
    {
        var sheet = (SheetStep)step;
        Matrix shape = sheet.Sheet.Sweep == Sweep.Columns ? new(SheetRows.Swept(sheet.Sheet), Limits.Block) : new(1, sheet.Sheet.Columns);
        return [.. new SheetSchedule(sheet).Scratch.Select(_ => shape)];
    }

    public override bool GoesAcrossLanes(Step step) => step is SheetStep { Sheet.Sweep: Sweep.Rows } && step.Nodes.Any(n => n.Op is Reduce);

    // Sums over all rows are one thread's; of columns each thread takes whole cache lines.
    public override Division Divides(Step step)
    {
        var sheet = (SheetStep)step;
        var schedule = new SheetSchedule(sheet);
        if (sheet.Nodes.Any(node => schedule.Role(node) == Role.Scalar) || (sheet.Sheet.Sweep == Sweep.Columns ? !SheetRows.HasSeveral(sheet.Sheet) : sheet.Sheet.Rows.IsEmpty))
            return Division.None;
        return sheet.Sheet.Sweep != Sweep.Columns && sheet.Sheet.Rows[0].PerSample ? Division.BySample : Division.ByLoop;
    }

    public override string Emit(StepCode code)
    {
        var step = (SheetStep)code.Step;
        var sweep = new SheetCode(code, step, new SheetSchedule(step));
        string body = step.Sheet.Sweep == Sweep.Columns ? sweep.OverColumns() : sweep.OverRows();
        return code.Main(body);
    }
}
