using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>Windows along the steps of a stream, which keeps those that later windows reach.</summary>
internal static class StreamWindows
{
    /// <summary>
    /// Reports a window that reaches steps to come, and one that makes another number of steps of each part of the sequence than of the whole.
    /// </summary>
    /// <param name="net">The scope of the layer.</param>
    /// <param name="reach">The steps from the first element of a window to its last, both included.</param>
    /// <param name="stride">From one place of the window to the next.</param>
    /// <param name="before">The steps that the first window begins before the sequence.</param>
    /// <param name="mend">What to write where it reaches steps to come; by default a larger stride.</param>
    public static void RequirePast(this Scope net, int reach, int stride, int before, string? mend = null)
    {
        int ahead = reach - before - stride;
        if (ahead > 0)
        {
            throw net.CannotStream(
                ahead == 1 ? "a step to come" : $"{Number.Text(ahead)} steps to come",
                $"write {mend ?? $"Stride = {Number.Text(reach - before)}"}, or remove Stream = true from [Network]");
        }

        net.RequireWholeSteps(stride);
    }

    /// <summary>A sequence <c>[n,t,c]</c> behind the steps before it: <c>[n,steps + t,c]</c>. Those before the first are 0.</summary>
    public static Value BehindPast(this Scope net, Value x, int steps, string name = "window")
    {
        if (steps == 0)
            return x;
        Value all = net.Concat(1, net.Before(name, new(Dim.N, steps, x.Shape[2])), x);
        net.After(name, net.Slice(all, 1, x.Shape.Fixed(1), steps));
        return all;
    }

    /// <summary>1 for each step of <see cref="BehindPast"/> that has been, 0 for those before the first: <c>[n,steps + t,1]</c>.</summary>
    public static Value HaveBeen(this Scope net, Value x, int steps) =>
        net.BehindPast(net.BroadcastTo(net.Number(1), new(Dim.N, x.Shape[1], 1)), steps, "seen");
}
