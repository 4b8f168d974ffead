namespace StaticNet.Numerics;

/// <summary>
/// Two independent normal values from two random words (Box and Muller, 1958). Logarithm, sine and cosine are own series of plain double
/// arithmetic: <see cref="Math"/> calls the platform's library, whose last bits differ from one to the next.
/// </summary>
internal static class BoxMuller
{
    private const double Unit = 1.0 / (1L << 32);
    private const double Ln2 = 0.693147180559945309417;
    private const int MantissaBits = 52;

    // The bits of √½: taken from those of a double, they leave the exponent e of x = 2ᵉ·m, √½ ≤ m < √2.
    private const long SqrtHalfBits = 0x3FE6A09E667F3BCD;
    private const long ExponentMask = unchecked((long)0xFFF0000000000000);

    // The first term left out of each series is below 2⁻⁵³ of the sum.
    private const int LogTerms = 10;
    private const int AngleTerms = 8;

    // z = √(−2·ln u)·(cos 2πv, sin 2πv),  u = (radius + 1)·2⁻³² in (0, 1],  v = angle·2⁻³² in [0, 1)
    public static (double Cosine, double Sine) Pair(uint radius, uint angle)
    {
        double length = Math.Sqrt(-2 * Log((radius + 1.0) * Unit));
        (double cosine, double sine) = Turn(angle * Unit);
        return (length * cosine, length * sine);
    }

    // ln(2ᵉ·m) = e·ln 2 + 2·(s + s³/3 + s⁵/5 + …),  s = (m − 1) / (m + 1)
    internal static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        long shift = (bits - SqrtHalfBits) & ExponentMask;
        double m = BitConverter.Int64BitsToDouble(bits - shift);
        double s = (m - 1) / (m + 1);
        double square = s * s;
        double sum = 0;
        for (int k = LogTerms; k > 0; k--)
            sum = (sum + (1.0 / ((2 * k) + 1))) * square;
        return ((shift >> MantissaBits) * Ln2) + (2 * (s + (s * sum)));
    }

    // cos and sin of 2πv: of t = 2π·(v − quarter / 4), |t| ≤ π/4, by their Taylor series, turned by whole quarters.
    internal static (double Cosine, double Sine) Turn(double v)
    {
        int quarter = (int)((4 * v) + 0.5);
        double t = 2 * Math.PI * (v - (quarter * 0.25));
        double square = t * t;
        double c = 0;
        double s = 0;
        for (int k = AngleTerms; k > 0; k--)
        {
            c = (1 - c) * square / ((2 * k) * ((2 * k) - 1));
            s = (1 - s) * square / ((2 * k) * ((2 * k) + 1));
        }

        (double cosine, double sine) = (1 - c, t * (1 - s));
        return (quarter & 3) switch
        {
            0 => (cosine, sine),
            1 => (-sine, cosine),
            2 => (-cosine, -sine),
            _ => (sine, -cosine),
        };
    }
}
