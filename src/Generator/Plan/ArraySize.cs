using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>How many floats one array holds: an int counts them, their padding included.</summary>
internal static class ArraySize
{
    /// <summary>Checks that an array holds as many floats.</summary>
    /// <exception cref="SizeError">It does not; the message begins with <paramref name="what"/>, what takes them.</exception>
    public static void Require(double floats, string what)
    {
        if (floats > int.MaxValue - Limits.Block)
            throw new SizeError(FormattableString.Invariant($"{what} {floats:F0} floats, but an array holds {int.MaxValue}"));
    }
}
