using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary><c>x̄ᵢ = Σ ȳₚ/count over the windows p with i in them</c>, or of <c>ȳₚ</c> over those of which xᵢ is the first maximum.</summary>
internal sealed class PoolGradientKernel : Kernel
{
    public override string Name => "windows backward";

    public override bool Matches(Step step) => step.Nodes[0].Op is PoolGradient { Pool: { ChannelsLast: true, Axes.Count: 1 or 2 } };

    public override bool CanAccumulate => false;

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node node = code.Step.Nodes[0];
        var gradient = (PoolGradient)node.Op;
        Storage dy = code[node.Inputs[0]], dx = code[node.Results[0]];
        var shape = new PoolShape(gradient.Pool, gradient.To, node.Inputs[0].Shape, dx, dy);
        string body = shape.LoopsBySample(code.Share, gradient.Pool.Kind == PoolKind.Max ? Maximum(shape, code[node.Inputs[1]], dy, dx) : Mean(shape, dy, dx));
        return code.Main(Moves.Clear(dx, code.Share) + "\n" + body);
    }

    // What is left of ȳ goes to the first element that is the maximum.
    private static string Maximum(PoolShape shape, Storage x, Storage dy, Storage dx) => CodeWriter.Text($$"""
        V all = S.Splat(float.NegativeInfinity), leftOver = S.Load(in {{dy.Name}}, {{shape.Place}});
        {{shape.Elements($"all = S.Max(all, S.Load(in {x.Name}, at));")}}

        {{shape.Elements(CodeWriter.Text($$"""
            V value = S.Load(in {{x.Name}}, at);
            S.Store(S.Add(S.Load(in {{dx.Name}}, at), S.SelectEqual(value, all, leftOver, S.Zero)), ref {{dx.Name}}, at);
            leftOver = S.SelectEqual(value, all, S.Zero, leftOver);
            """))}}
        """);

    private static string Mean(PoolShape shape, Storage dy, Storage dx) => CodeWriter.Text($$"""
        V each = S.Multiply(S.Load(in {{dy.Name}}, {{shape.Place}}), S.Splat(1f / ({{shape.Count}})));
        {{shape.Elements($"S.Store(S.Add(S.Load(in {dx.Name}, at), each), ref {dx.Name}, at);")}}
        """);
}
