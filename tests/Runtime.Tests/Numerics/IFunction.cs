using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

/// <summary>A function under test with its reference in double precision.</summary>
internal interface IFunction
{
    static abstract V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct;

    static abstract double Reference(double x);

    /// <summary>The error that is promised, in units of the last place.</summary>
    static abstract double Ulps { get; }

    /// <summary>The error that is allowed where it is more than the units of the last place: so many times <c>max(1, |x|)</c>.</summary>
    static virtual double Absolute => 0;

    /// <summary>Where the code passes from one range to another; their opposites belong to them.</summary>
    static abstract float[] Edges { get; }

    /// <summary>Values that are exact, bit by bit.</summary>
    static abstract (float X, float Y)[] Special { get; }
}
