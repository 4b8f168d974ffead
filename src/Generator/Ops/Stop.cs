using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>The same value, through which no gradient flows.</summary>
internal sealed record Stop : Op
{
    public override string Text => "stop";

    public override Shape Infer(ImmutableArray<Shape> inputs) => inputs[0];

    public override void Vjp(Pullback p)
    {
    }
}

internal static class StopOps
{
    public static Value Stop(this IBuilder net, Value x) => net.Add(new Stop(), x);
}
