using System.Runtime.Intrinsics;

namespace StaticNet.Runtime.Tests.Numerics;

internal static class Hardware
{
    // (1 + ε)² − (1 + 2ε) = ε² where the product is not rounded, and 0 where it is.
    private const float OneAndUnit = 1 + 1.1920929e-7f, OneAndTwo = 1 + 2.3841858e-7f;

    /// <summary>Whether <c>a·b + c</c> is rounded once.</summary>
    public static bool FusesMultiplyAdd { get; } =
        Vector128.MultiplyAddEstimate(Vector128.Create(OneAndUnit), Vector128.Create(OneAndUnit), Vector128.Create(-OneAndTwo)).ToScalar() != 0;
}
