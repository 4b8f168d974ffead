using StaticNet.Numerics;

namespace StaticNet;

/// <summary>The curve of annealing.</summary>
internal static class HalfCosine
{
    /// <summary><c>b + (a − b)·(1 + cos(π·s))/2</c>, s from 0 to 2: from a at 0 to b at 1.</summary>
    public static double Between(double a, double b, double s) => b + (a - b) * (1 + BoxMuller.Turn(s / 2).Cosine) / 2;
}
