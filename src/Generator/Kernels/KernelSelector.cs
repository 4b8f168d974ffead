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
        new TiledConvolution(),
        new FilterGradient(),
        new DepthwiseConvolution(),
        new DepthwiseFilterGradient(),
        new MoveKernel(),
        new PoolKernel(),
        new PoolGradientKernel(),
        new SheetKernel(),
        new RandomKernel(),
    ];

    public static ImmutableArray<PlannedStep> Choose(ImmutableArray<Step> steps) =>
    [
        .. steps.Select(step => new PlannedStep(
            step,
            Candidates.FirstOrDefault(k => k.Matches(step)) ?? throw new NotSupportedException($"no kernel runs {step.Name}: {step.Nodes[0].Op.Text}"))),
    ];
}
