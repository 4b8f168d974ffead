using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Lowering;

/// <summary>What layers that make images and sequences larger refuse.</summary>
internal static class UpsamplingRules
{
    /// <summary>Reports a factor below 1 or one for more elements than are counted, and aligned corners where nothing is interpolated.</summary>
    public static void RequireFactor(this Scope net, Value x, int factor, Interpolation mode, bool alignCorners)
    {
        int sample = x.Shape.Span(1, x.Shape.Rank).Size, axes = x.Shape.Rank - 2;
        int most = (int)Math.Pow(int.MaxValue / (double)sample, 1.0 / axes);
        net.RequireRange("factor", factor, f => f >= 1 && f <= most, $"from 1 to {Number.Text(most)}");
        if (alignCorners && mode == Interpolation.Nearest)
            throw net.OutOfRange("AlignCorners", "false with Interpolation.Nearest", "true");
    }
}
