using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>How a vector is written: over what is there, or, for a gradient, added to it where the caller accumulates.</summary>
internal static class Stores
{
    public static string Text(Storage target, string offset, string value) => target.Region == Region.Gradients
        ? $"S.Store(accumulate ? S.Add({value}, S.Load(in {target.Name}, {offset})) : {value}, ref {target.Name}, {offset});"
        : $"S.Store({value}, ref {target.Name}, {offset});";
}
