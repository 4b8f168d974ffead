namespace StaticNet.Numerics;

/// <summary>Whole powers by multiplication alone: <see cref="Math.Pow"/> calls the platform's library, whose last bits differ.</summary>
internal static class Powers
{
    // x²ⁿ = (x²)ⁿ,  x²ⁿ⁺¹ = x·(x²)ⁿ
    public static double Of(double x, long exponent)
    {
        double power = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
                power *= x;
            x *= x;
        }

        return power;
    }
}
