using CsCheck;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>Gradient checks over generated cases; every parameter of what is built takes part.</summary>
internal static class VjpCheck
{
    /// <summary>A number whose bits and remainders choose.</summary>
    public static Gen<int> Choice { get; } = Gen.Int[0, 255];

    public static Value Parameter(GraphBuilder builder, char name, Shape shape) => builder.Add(new Parameter(name.ToString(), shape));

    public static void Check<T>(Gen<T> cases, Func<GraphBuilder, T, Value> build, int count = 60)
    {
        int compared = 0;
        Cases.Check(
            Gen.Select(cases, Gen.Int[1, 4]), (c, batch) => compared += GradientCheck.Check(builder => build(builder, c), batch), count);
        Assert.True(compared > count, $"only {compared} elements were compared in {count} cases");
    }

    public static void Check<T1, T2>(Gen<(T1, T2)> cases, Func<GraphBuilder, T1, T2, Value> build, int count = 60) =>
        Check(cases, (builder, c) => build(builder, c.Item1, c.Item2), count);

    public static void Check<T1, T2, T3>(Gen<(T1, T2, T3)> cases, Func<GraphBuilder, T1, T2, T3, Value> build, int count = 60) =>
        Check(cases, (builder, c) => build(builder, c.Item1, c.Item2, c.Item3), count);
}
