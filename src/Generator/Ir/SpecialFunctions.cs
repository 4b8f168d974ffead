namespace StaticNet.Generator.Ir;

/// <summary>Functions in double precision that <see cref="Math"/> does not have, to about 1e-13 of their values.</summary>
internal static class SpecialFunctions
{
    // Up to here the series converges within some thirty terms; from here on the continued fraction does.
    private const double SeriesEnd = 2;

    // Beyond this e^(−x²) is 0 in double precision.
    private const double ErfcEnd = 27.3;

    /// <summary><c>eˣ − 1</c>, accurate around zero: <c>(u − 1)·x / ln u</c>, <c>u = eˣ</c> rounded (Kahan); the errors of <c>u</c> cancel.</summary>
    public static double Expm1(double x)
    {
        double u = Math.Exp(x), y = u - 1;
        return y == 0 ? x : y == -1 || double.IsInfinity(u) ? y : y * x / Math.Log(u);
    }

    /// <summary><c>ln(1 + x)</c>, accurate around zero: <c>ln u·x / (u − 1)</c>, <c>u = 1 + x</c> rounded (Kahan).</summary>
    public static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 || double.IsPositiveInfinity(u) ? x : u <= 0 ? Math.Log(u) : Math.Log(u) * x / (u - 1);
    }

    /// <summary><c>ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|)</c>.</summary>
    public static double Softplus(double x) => double.IsNaN(x) ? x : Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    /// <summary><c>2/√π·∫₀ˣ e^(−t²) dt</c>.</summary>
    public static double Erf(double x)
    {
        double t = Math.Abs(x);
        return t <= SeriesEnd || double.IsNaN(x) ? Series(x) : Math.Sign(x) * (1 - Fraction(t));
    }

    /// <summary><c>1 − erf x</c>, accurate where erf is near 1.</summary>
    public static double Erfc(double x) => x > SeriesEnd ? Fraction(x) : 1 - Erf(x);

    /// <summary>The distribution function of the standard normal: <c>Φ(x) = ½·erfc(−x/√2)</c>.</summary>
    public static double NormalCdf(double x) => 0.5 * Erfc(-x / Math.Sqrt(2));

    // erf x = 2/√π·e^(−x²)·Σₖ 2ᵏ·x²ᵏ⁺¹ / (1·3·…·(2k+1)): all terms have one sign, so none cancels.
    private static double Series(double x)
    {
        double term = x, sum = x;
        for (int k = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); k++)
        {
            term *= 2 * x * x / (2 * k + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))), from the inside out.
    private static double Fraction(double x)
    {
        if (x > ErfcEnd)
            return 0;

        // Enough for 1e-16 at every x of the range: the nearer to 0, the slower it converges.
        int depth = 20 + (int)(320 / (x * x));
        double below = x;
        for (int k = depth; k > 0; k--)
            below = x + (k / 2.0 / below);
        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / below;
    }
}
