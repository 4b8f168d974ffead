using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

/// <summary>Each function against double precision, at strata of all floats; <see cref="Program"/> tries every float.</summary>
public class VectorMathTests
{
    [Fact]
    public void Exp_keeps_its_promise() => Check<Exp>();

    [Fact]
    public void Expm1_keeps_its_promise() => Check<Expm1>();

    [Fact]
    public void Log_keeps_its_promise() => Check<Log>();

    [Fact]
    public void Log1p_keeps_its_promise() => Check<Log1p>();

    [Fact]
    public void Tanh_keeps_its_promise() => Check<Tanh>();

    [Fact]
    public void TanhFast_keeps_its_promise() => Check<TanhFast>();

    [Fact]
    public void TanhFast_stays_within_1() =>
        Assert.All(Survey.Map<TanhFast, Simd512, Vector512<float>>([.. Strata.Of<TanhFast>()]), y => Assert.False(Math.Abs(y) > 1));

    [Fact]
    public void Sigmoid_keeps_its_promise() => Check<Sigmoid>();

    [Fact]
    public void LogCosh_keeps_its_promise() => Check<LogCosh>();

    [Fact]
    public void Erf_keeps_its_promise() => Check<Erf>();

    [Fact]
    public void NormalCdf_keeps_its_promise() => Check<NormalCdf>();

    [Fact]
    public void Softplus_keeps_its_promise() => Check<Softplus>();

    [Fact]
    public void SiLU_keeps_its_promise() => Check<SiLU>();

    [Fact]
    public void Mish_keeps_its_promise() => Check<Mish>();

    [Fact]
    public void GELU_keeps_its_promise() => Check<GELU>();

    [Fact]
    public void GELU_by_tanh_keeps_its_promise() => Check<GELUByTanh>();

    private static void Check<F>()
        where F : IFunction
    {
        AssertSpecial<F>();
        Survey survey = Survey.Of<F>(Strata.Of<F>());
        Assert.True(
            survey.Share.Error <= 1,
            $"{typeof(F).Name}({survey.Share.At:R}) errs by {survey.Share.Error:F3} of what is promised; at most {survey.Ulps.Error:F3} ulp, {survey.Absolute.Error:G3} of max(1, |x|)");
    }

    private static void AssertSpecial<F>()
        where F : IFunction
    {
        foreach ((float x, float y) in F.Special)
        {
            float[] results =
            [
                .. Survey.Map<F, Simd128, Vector128<float>>([x]),
                .. Survey.Map<F, Simd256, Vector256<float>>([x]),
                .. Survey.Map<F, Simd512, Vector512<float>>([x]),
            ];
            Assert.All(results, result => Assert.True(
                result.Equals(y) && (y != 0 || float.IsNegative(result) == float.IsNegative(y)),
                $"{typeof(F).Name}({x:R}): expected {y:R}, got {result:R}"));
        }
    }
}
