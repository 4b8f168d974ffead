using StaticNet.Generator.Ir;

namespace StaticNet.Runtime.Tests.Numerics;

/// <summary>The references in double precision, against 40 digits of mpmath.</summary>
public class SpecialFunctionsTests
{
    private const double Tolerance = 1e-13;

    [Theory]
    [InlineData(1e-300, 1.0e-300, 1.0e-300, 1.1283791670955126e-300, 1.0)]
    [InlineData(1e-20, 9.9999999999999995e-21, 9.9999999999999995e-21, 1.1283791670955125e-20, 1.0)]
    [InlineData(1e-08, 1.000000005e-8, 9.9999999500000005e-9, 1.1283791670955126e-8, 0.99999998871620833)]
    [InlineData(0.01, 0.010050167084168058, 0.0099503308531680831, 0.011283415555849617, 0.98871658444415038)]
    [InlineData(0.3, 0.34985880757600309, 0.26236426446749104, 0.32862675945912742, 0.67137324054087258)]
    [InlineData(0.5, 0.64872127070012815, 0.40546510810816438, 0.52049987781304654, 0.47950012218695346)]
    [InlineData(1.0, 1.7182818284590452, 0.69314718055994531, 0.84270079294971487, 0.15729920705028513)]
    [InlineData(1.5, 3.4816890703380648, 0.91629073187415507, 0.96610514647531073, 0.033894853524689273)]
    [InlineData(1.99, 6.3155337623095664, 1.0952733874025951, 0.995111413199617, 0.004888586800383003)]
    [InlineData(2.01, 6.4633173473191927, 1.1019400787607843, 0.99552484935524824, 0.0044751506447517629)]
    [InlineData(2.5, 11.182493960703473, 1.252762968495368, 0.99959304798255504, 0.00040695201744495894)]
    [InlineData(3.0, 19.085536923187668, 1.3862943611198906, 0.99997790950300141, 2.2090496998585441e-5)]
    [InlineData(4.0, 53.598150033144239, 1.6094379124341004, 0.9999999845827421, 1.5417257900280019e-8)]
    [InlineData(5.0, 147.4131591025766, 1.791759469228055, 0.99999999999846254, 1.5374597944280349e-12)]
    [InlineData(6.0, 402.42879349273512, 1.9459101490553133, 0.99999999999999998, 2.1519736712498913e-17)]
    [InlineData(9.0, 8102.083927575384, 2.3025850929940457, 1.0, 4.1370317465138102e-37)]
    [InlineData(15.0, 3269016.3724721106, 2.7725887222397812, 1.0, 7.2129941724512067e-100)]
    [InlineData(26.0, 195729609427.83876, 3.2958368660043291, 1.0, 5.6631924088561428e-296)]
    public void Agree_with_forty_digits(double x, double expm1, double log1p, double erf, double erfc)
    {
        AssertNear(expm1, SpecialFunctions.Expm1(x));
        AssertNear(log1p, SpecialFunctions.Log1p(x));
        AssertNear(erf, SpecialFunctions.Erf(x));
        AssertNear(erfc, SpecialFunctions.Erfc(x));
    }

    [Theory]
    [InlineData(-1e-20, -9.9999999999999995e-21, -9.9999999999999995e-21, -1.1283791670955125e-20, 0.5)]
    [InlineData(-1e-08, -9.9999999500000004e-9, -1.0000000050000001e-8, -1.1283791670955126e-8, 0.4999999960105772)]
    [InlineData(-0.01, -0.0099501662508319466, -0.010050335853501441, -0.011283415555849617, 0.4960106436853684)]
    [InlineData(-0.3, -0.25918177931828213, -0.35667494393873236, -0.32862675945912742, 0.38208857781104737)]
    [InlineData(-0.5, -0.39346934028736658, -0.69314718055994531, -0.52049987781304654, 0.3085375387259869)]
    [InlineData(-0.9, -0.5934303402594009, -2.3025850929940459, -0.79690821242283214, 0.18406012534675948)]
    [InlineData(-0.99999, -0.63211688001575195, -11.512925464974779, -0.84269664183322979, 0.15865767365080077)]
    public void Agree_below_zero(double x, double expm1, double log1p, double erf, double cdf)
    {
        AssertNear(expm1, SpecialFunctions.Expm1(x));
        AssertNear(log1p, SpecialFunctions.Log1p(x));
        AssertNear(erf, SpecialFunctions.Erf(x));
        AssertNear(cdf, SpecialFunctions.NormalCdf(x));
    }

    [Fact]
    public void Hold_at_the_edges()
    {
        Assert.Equal([double.PositiveInfinity, -1, double.NaN], new[] { double.PositiveInfinity, double.NegativeInfinity, double.NaN }.Select(SpecialFunctions.Expm1));
        Assert.Equal([double.PositiveInfinity, double.NegativeInfinity, double.NaN], new[] { double.PositiveInfinity, -1, -2 }.Select(SpecialFunctions.Log1p));
        Assert.Equal([1, -1, double.NaN, 0], new[] { double.PositiveInfinity, double.NegativeInfinity, double.NaN, 0 }.Select(SpecialFunctions.Erf));
        Assert.Equal([0, 2, double.NaN, 1], new[] { double.PositiveInfinity, double.NegativeInfinity, double.NaN, 0 }.Select(SpecialFunctions.Erfc));
        Assert.Equal([1, 0, 0.5], new[] { double.PositiveInfinity, double.NegativeInfinity, 0 }.Select(SpecialFunctions.NormalCdf));
        Assert.Equal([double.PositiveInfinity, 0, double.NaN], new[] { double.PositiveInfinity, double.NegativeInfinity, double.NaN }.Select(SpecialFunctions.Softplus));
    }

    private static void AssertNear(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected), $"{actual:R} is not {expected:R}");
}
