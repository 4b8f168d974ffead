using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary><c>y[p] = max or Σ/count of x over the window of p</c>, for a vector of channels at a time.</summary>
internal sealed class PoolKernel : Kernel
{
    public override string Name => "windows";

    public override bool Matches(Step step) => step.Nodes[0].Op is Pool { ChannelsLast: true, Axes.Count: 1 or 2 };

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node node = code.Step.Nodes[0];
        Value x = node.Inputs[0], y = node.Results[0];
        var pool = (Pool)node.Op;
        Storage image = code[x], places = code[y];
        var shape = new PoolShape(pool, x.Shape, y.Shape, image, places);
        bool isMax = pool.Kind == PoolKind.Max;
        string load = $"S.Load(in {image.Name}, at)";

        // The padding of x is zero, and so is its maximum and its sum.
        string body = shape.Loops(code.Share, CodeWriter.Text($$"""
            V all = {{(isMax ? "S.Splat(float.NegativeInfinity)" : "S.Zero")}};
            {{shape.Elements(isMax ? $"all = S.Max(all, {load});" : $"all = S.Add(all, {load});")}}

            {{Stores.Text(places, shape.Place, isMax ? "all" : $"S.Multiply(all, S.Splat(1f / ({shape.Count})))")}}
            """));
        return code.Main(body);
    }
}
