using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>The kernels in order of preference: the first that matches a step runs it.</summary>
internal static class KernelSelector
{
    private static readonly ImmutableArray<Kernel> Candidates =
    [
        new UnrolledProduct(),
        new TiledProduct(),
        new WeightGradientProduct(),
        new DotProduct(),
        new BatchedProduct(),
        new ConvolutionByLines(),
        new TiledConvolution(),
        new FilterGradient(),
        new DepthwiseConvolution(),
        new DepthwiseFilterGradient(),
        new MoveKernel(),
        new PoolKernel(),
        new PoolGradientKernel(),
        new GatherKernel(),
        new ScatterAddKernel(),
        new SheetKernel(),
        new GradientMapKernel(),
        new RandomKernel(),
    ];

    /// <param name="steps">The steps of a program.</param>
    /// <param name="maxBatch">The most samples, for which bodies of scans are planned.</param>
    public static ImmutableArray<PlannedStep> Choose(ImmutableArray<Step> steps, int maxBatch) => [.. steps.Select(step => new PlannedStep(step, Of(step, maxBatch)))];

    private static Kernel Of(Step step, int maxBatch) => step.Nodes[0].Op is Scan
        ? new ScanKernel(ScanProgram.Of(step, maxBatch))
        : new Kernel[] { new WinogradConvolution(maxBatch), new WinogradFilterGradient(maxBatch) }.Concat(Candidates).FirstOrDefault(k => k.Matches(step)) ?? throw new NotSupportedException($"no kernel runs {step.Name}: {step.Nodes[0].Op.Text}");
}
