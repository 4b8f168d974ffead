using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// The vectors that a program's steps run with. Where results must not depend on the processor, steps that go across lanes have sixteen of
/// them at every width, of as many vectors as it takes; the others give the same bits anyway, lane by lane.
/// </summary>
internal sealed record Widths(string Parameters, string Constraints, string Lanes, ImmutableArray<string> Arguments)
{
    private const string One = "where S : struct, ISimd<V> where V : struct";

    public static readonly Widths AsTheyAre = new(
        "S, V", One, "S, V", ["Simd512, Vector512<float>", "Simd256, Vector256<float>", "Simd128, Vector128<float>"]);

    public static readonly Widths SixteenLanes = new(
        "S, V, L, W",
        One + " where L : struct, ISimd<W> where W : struct",
        "L, W",
        [
            "Simd512, Vector512<float>, Simd512, Vector512<float>",
            "Simd256, Vector256<float>, Twin<Simd256, Vector256<float>>, Pair<Vector256<float>>",
            "Exact128, Vector128<float>, Twin<Twin<Exact128, Vector128<float>>, Pair<Vector128<float>>>, Pair<Pair<Vector128<float>>>",
        ]);

    /// <summary>The widths of a network's steps.</summary>
    public static Widths Of(bool deterministic) => deterministic ? SixteenLanes : AsTheyAre;

    /// <summary>The type arguments of a step's method.</summary>
    public string Of(PlannedStep planned)
    {
        var kernel = (Kernel)planned.Kernel;
        return kernel.CallsSteps ? Parameters : kernel.GoesAcrossLanes(planned.Step) ? Lanes : "S, V";
    }

    /// <summary>The call of a program's steps at the widest vectors there are.</summary>
    public string Dispatch(string name, string arguments) => CodeWriter.Text($$"""
        if (Vector512.IsHardwareAccelerated)
            {{name}}<{{Arguments[0]}}>({{arguments}});
        else if (Vector256.IsHardwareAccelerated)
            {{name}}<{{Arguments[1]}}>({{arguments}});
        else
            {{name}}<{{Arguments[2]}}>({{arguments}});
        """);
}
