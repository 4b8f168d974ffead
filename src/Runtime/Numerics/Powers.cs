namespace StaticNet.Numerics;

/// <summary>
/// Powers in plain double arithmetic: <see cref="Math.Pow"/> calls the platform's library, whose last bits differ from one to the next.
/// </summary>
internal static class Powers
{
    // Below ½ the first term left out is under 2⁻⁵³ of the sum.
    private const int Terms = 14;

    /// <summary><c>xⁿ</c> for n of at least 0, by squaring.</summary>
    public static double Of(double x, long n)
    {
        double power = 1;
        for (double square = x; n > 0; n >>= 1, square *= square)
        {
            if ((n & 1) != 0)
                power *= square;
        }
        return power;
    }

    /// <summary><c>aᵖ = e^(p·ln a)</c> for a above 0.</summary>
    public static double Of(double a, double p)
    {
        double x = p * BoxMuller.Log(a);
        int halvings = 0;
        for (; Math.Abs(x) > 0.5 && halvings < 64; halvings++)
            x *= 0.5;
        double sum = 1;
        for (int k = Terms; k > 0; k--)
            sum = 1 + (x / k * sum);
        for (; halvings > 0; halvings--)
            sum *= sum;
        return sum;
    }
}
