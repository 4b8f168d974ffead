using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Optimizers;

public class ClippingTests
{
    [Fact]
    public void TheNormIsOfAllGradientsTogether()
    {
        OptimizerFixture fixture = new OptimizerFixture(new SGD(1) { ClipNorm = 0.5 }).Filled();
        double norm = Norm(fixture);
        Assert.True(double.IsNaN(fixture.Optimizer.GradientNorm));
        fixture.Apply();
        Assert.Equal(norm, fixture.Optimizer.GradientNorm, 1e-6 * norm);
        float[] before = new OptimizerFixture(new SGD(0)).Filled().Parameters[0].ToArray(), after = fixture.Parameters[0].ToArray();
        float[] gradient = fixture.Gradient("dense1.weight").ToArray();
        for (int i = 0; i < before.Length; i++)
            Assert.Equal(before[i] - gradient[i] * (float)(0.5 / norm), after[i], 1e-6f);
    }

    [Fact]
    public void AScaleIsAppliedBeforeTheNormIsTaken()
    {
        OptimizerFixture fixture = new OptimizerFixture(new SGD(1) { ClipNorm = 1e6 }).Filled();
        fixture.Apply(scale: 0.25);
        Assert.Equal(Norm(fixture) / 4, fixture.Optimizer.GradientNorm, 1e-6);
    }

    [Fact]
    public void FrozenTensorsAreNoPartOfIt()
    {
        OptimizerFixture fixture = new OptimizerFixture(new SGD(1) { ClipNorm = 1 }).Filled();
        fixture.Optimizer.Segments[0] = fixture.Optimizer.Segments[0] with { Trainable = false };
        fixture.Apply();
        Assert.Equal(Math.Sqrt(fixture.Gradient("dense1.bias").ToArray().Sum(g => (double)g * g)), fixture.Optimizer.GradientNorm, 1e-6);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "Infinity")]
    public void AStepWhoseNormIsNotFiniteWritesNothing(float gradient, string text)
    {
        OptimizerFixture fixture = new OptimizerFixture(new Adam { ClipNorm = 1, EmaDecay = 0.5, MaxNorm = 0.1 }).Filled();
        fixture.Apply();
        double norm = fixture.Optimizer.GradientNorm;
        float[][] before = Memory(fixture);
        fixture.Gradient("dense1.bias")[1] = gradient;
        var error = Assert.Throws<NonFiniteGradientException>(() => fixture.Apply());
        Assert.StartsWith($"The norm of the gradients is {text}, so they cannot be clipped by it and the step was not taken", error.Message);
        Assert.Equal(Math.Abs(gradient), error.Norm);
        Assert.Equal(before, Memory(fixture));
        Assert.Equal((1, norm), (fixture.Optimizer.Steps, fixture.Optimizer.GradientNorm));
    }

    [Fact]
    public void GradientsWhoseSquaresOverflowAreClipped()
    {
        OptimizerFixture fixture = new OptimizerFixture(new SGD(1) { ClipNorm = 1 }).Filled();
        fixture.Gradient("dense1.weight").Fill(0);
        fixture.Gradient("dense1.bias").CopyFrom([3e30f, 4e30f, 0]);
        float[] before = fixture.Parameters["dense1.bias"].ToArray();
        fixture.Apply();
        Assert.Equal(5e30, fixture.Optimizer.GradientNorm, 1e25);
        float[] after = fixture.Parameters["dense1.bias"].ToArray();
        Assert.Equal(before[0] - 0.6f, after[0], 1e-6f);
        Assert.Equal(before[1] - 0.8f, after[1], 1e-6f);
    }

    [Fact]
    public void EveryWidthSumsToTheSameBits()
    {
        float[] values = [.. Enumerable.Range(0, 16 * 333).Select(i => MathF.Sin(1.3f * i))];
        double narrow = SquareSum.Of<Simd128, Vector128<float>>(in values[0], 16, values.Length);
        Assert.Equal(narrow, SquareSum.Of<Simd256, Vector256<float>>(in values[0], 16, values.Length));
        Assert.Equal(narrow, SquareSum.Of<Simd512, Vector512<float>>(in values[0], 16, values.Length));
        Assert.Equal(values.Skip(16).Sum(x => (double)x * x), narrow, 1e-6 * narrow);
    }

    private static double Norm(OptimizerFixture fixture) => Math.Sqrt(
        new[] { "dense1.weight", "dense1.bias" }.Sum(name => fixture.Gradient(name).ToArray().Sum(g => (double)g * g)));

    private static float[][] Memory(OptimizerFixture fixture) =>
        [[.. fixture.Parameters.Values], .. fixture.Optimizer.State.ToArray().Select(slot => slot.Values.ToArray())];
}
