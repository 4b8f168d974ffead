using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>A loop over time that calls the steps of its body (<see cref="ScanCode"/>).</summary>
internal sealed class ScanKernel(ScanProgram program) : Kernel
{
    public override string Name => "scan";

    public override bool CanAccumulate => false;

    public override bool CallsSteps => true;

    public override bool Matches(Step step) => step.Nodes[0] == program.Node;

    // The body's arena, then the places of carries that no stack keeps: one where the last step writes to the scan's result, else two.
    public override ImmutableArray<Matrix> Scratch(Step step) =>
    [
        .. program.HasArena ? [new Matrix(1, program.Body.Arena.Floats)] : Array.Empty<Matrix>(),
        .. Enumerable.Range(0, program.Scan.Carries)
            .Where(c => program.StackOf(c) is null)
            .SelectMany(c => Enumerable.Repeat(Matrix.Of(program.Made(c).Shape), step.Writes.Contains(program.Node.Results[c]) ? 1 : 2)),
    ];

    // Threads go through all steps each with samples of its own; where some step of the body looks across them, one does all.
    public override Division Divides(Step step) =>
        program.Body.Steps.All(planned => planned.Kernel.Divides(planned.Step) == Division.BySample) ? Division.BySample : Division.None;

    public override bool SharesScratch(int index) => true;

    public override string Emit(StepCode code)
    {
        var loop = new ScanCode(code, program);
        string body = loop.Text();
        return code.Main(body, Comment(code), Widths.Of(code.Deterministic)) + "\n\n" + loop.Methods;
    }

    private string Comment(StepCode code)
    {
        string title = $"// ── {code.Title} ".PadRight(StepComment.Width, '─'), order = program.Scan.Reverse ? ", from the last to the first" : "";
        string truncated = program.Scan.Truncate is { } steps ? $"; gradients of states end every {steps} steps" : "";
        return $"{title}\n// {program.Scan.Length} steps{order}{truncated}\n// {Literals.Flops(code.Step.Flops)} per sample";
    }
}
