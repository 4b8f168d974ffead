using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>The kernels in order of preference: the first that matches a step runs it.</summary>
internal static class KernelSelector
{
    private static Kernel[] Candidates(int maxBatch) =>
    [
        new UnrolledProduct(),
        new RowProduct(maxBatch),
        new ProductByParts(maxBatch),
        new TiledProduct(),
        new WeightGradientProduct(),
        new DotProduct(),
        new BatchedProduct(),
        new WinogradConvolution(maxBatch),
        new ConvolutionByParts(),
        new TiledConvolution(),
        new WinogradPhases(maxBatch),
        new PhasedConvolution(),
        new WinogradFilterGradient(maxBatch),
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
    /// <param name="threads">The most threads, likewise.</param>
    public static ImmutableArray<PlannedStep> Choose(ImmutableArray<Step> steps, int maxBatch, int threads = 1)
    {
        Kernel[] candidates = Candidates(maxBatch);
        return [.. steps.Select(step => new PlannedStep(step, Of(step, candidates, maxBatch, threads)))];
    }

    private static Kernel Of(Step step, Kernel[] candidates, int maxBatch, int threads) => step.Nodes[0].Op is Scan
        ? new ScanKernel(ScanProgram.Of(step, maxBatch, threads))
        : Array.Find(candidates, kernel => kernel.Matches(step)) ?? throw new NotSupportedException($"no kernel runs {step.Name}: {step.Nodes[0].Op.Text}");
}
