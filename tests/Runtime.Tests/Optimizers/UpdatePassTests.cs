using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Optimizers;

public class UpdatePassTests
{
    private const int Length = 48;

    [Fact]
    public void EveryWidthGivesTheSameBits()
    {
        AdamConstants adam = AdamConstants.Of(0.01, 0.9, 0.999, 1e-8, 3);
        SameBits(new SgdRule(0.1));
        SameBits(new MomentumRule(0.1, 0.9, 0.8));
        SameBits(new NesterovRule(0.1, 0.9));
        SameBits(new AdamRule<Off>(adam));
        SameBits(new AdamRule<On>(adam));
        SameBits(new NAdamRule(adam, 0.1, 0.2));
        SameBits(new RMSpropRule<Off, Off>(0.1, 0.9, 1e-8, 0.9));
        SameBits(new RMSpropRule<On, On>(0.1, 0.9, 1e-8, 0.9));
        SameBits(new AdagradRule(0.1, 1e-10, 0.1));
        SameBits(new AdadeltaRule(1, 0.9, 1e-6));
        SameBits(new LionRule(0.1, 0.9, 0.99));
        SameBits(new LambStepRule(new LambConstants(adam, 1.5, 0.1), 0.1));
        var optimizer = new AdamW { ClipValue = 0.3, L1 = 0.1, L2 = 0.1 };
        var conditioning = new Conditioning(optimizer, new StepRates(0.1, 0.2, 0.1, 0.1, 1), 0.5);
        SameBits(new ConditionedRule<AdamRule<Off>>(new(adam), conditioning));
        SameBits(new DecayedRule<LionRule>(new(0.1, 0.9, 0.99), conditioning));
    }

    [Fact]
    public void EveryWidthMeasuresTheSameBits()
    {
        var rule = new LambRule(new LambConstants(AdamConstants.Of(0.01, 0.9, 0.999, 1e-8, 3), 1.5, 0.1), 0.1);
        var narrow = Measure<Simd128, Vector128<float>>(rule);
        var middle = Measure<Simd256, Vector256<float>>(rule);
        var wide = Measure<Simd512, Vector512<float>>(rule);
        Assert.Equal(narrow.Norms, middle.Norms);
        Assert.Equal(narrow.Norms, wide.Norms);
        Assert.Equal(narrow.Streams, middle.Streams);
        Assert.Equal(narrow.Streams, wide.Streams);
        Assert.Equal(narrow.Streams.Take(Length).Sum(w => (double)w * w), narrow.Norms.Parameter, 1e-5);
        Assert.Equal(Streams().Take(2 * Length), narrow.Streams.Take(2 * Length));
    }

    [Fact]
    public void ARuleMayHaveFourSlots()
    {
        float[] streams = Run<Shift, Simd256, Vector256<float>>(default);
        float[] before = Streams();
        // parameter ← slot 3, slots ← gradient, parameter, slot 1, slot 2
        Assert.Equal(before.AsSpan(5 * Length, Length), streams.AsSpan(0, Length));
        Assert.Equal(before.AsSpan(Length, Length), streams.AsSpan(2 * Length, Length));
        Assert.Equal(before.AsSpan(0, Length), streams.AsSpan(3 * Length, Length));
        Assert.Equal(before.AsSpan(3 * Length, Length), streams.AsSpan(4 * Length, Length));
        Assert.Equal(before.AsSpan(4 * Length, Length), streams.AsSpan(5 * Length, Length));
    }

    [Fact]
    public void RulesCompose()
    {
        float[] clipped = Run<Scaled<SgdRule>, Simd256, Vector256<float>>(new(new SgdRule(0.1), 0.5f));
        float[] slower = Run<SgdRule, Simd256, Vector256<float>>(new SgdRule(0.05));
        for (int i = 0; i < Length; i++)
            Assert.Equal(slower[i], clipped[i], 1e-6f);
    }

    [Fact]
    public void UnusedSlotsAreNeitherReadNorWritten()
    {
        var rule = new SgdRule(0.1);
        float[] expected = Run<SgdRule, Simd128, Vector128<float>>(rule);
        float[] streams = Streams();
        UpdatePass.Walk<SgdRule, Simd128, Vector128<float>>(
            rule, ref streams[0], in streams[Length],
            new(ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>()), 0, Length);
        Assert.Equal(expected, streams);
    }

    private static float[] Run<TRule, S, V>(TRule rule)
        where TRule : struct, IUpdateRule<TRule>
        where S : struct, ISimd<V>
        where V : struct
    {
        float[] streams = Streams();
        UpdatePass.Walk<TRule, S, V>(
            rule, ref streams[0], in streams[Length], Slots(streams), 0, Length);
        return streams;
    }

    private static void SameBits<TRule>(TRule rule)
        where TRule : struct, IUpdateRule<TRule>
    {
        float[] narrow = Run<TRule, Simd128, Vector128<float>>(rule);
        Assert.All(narrow, value => Assert.True(float.IsFinite(value)));
        Assert.NotEqual(Streams().Take(Length), narrow.Take(Length));
        Assert.Equal(narrow, Run<TRule, Simd256, Vector256<float>>(rule));
        Assert.Equal(narrow, Run<TRule, Simd512, Vector512<float>>(rule));
    }

    private static ((double Parameter, double Direction) Norms, float[] Streams) Measure<S, V>(LambRule rule)
        where S : struct, ISimd<V>
        where V : struct
    {
        float[] streams = Streams();
        return (SquareSum.Measure<LambRule, S, V>(rule, ref streams[0], in streams[Length], Slots(streams), 0, Length), streams);
    }

    private static SlotReferences Slots(float[] streams) =>
        new(ref streams[2 * Length], ref streams[3 * Length], ref streams[4 * Length], ref streams[5 * Length]);

    /// <summary>Parameters, gradients and four slots; slots are positive, as second moments are.</summary>
    private static float[] Streams() =>
        [.. Enumerable.Range(0, 6 * Length).Select(i => i < 2 * Length ? MathF.Sin(1.3f * i) : MathF.Abs(MathF.Sin(1.3f * i)))];

    private readonly struct Shift : IUpdateRule<Shift>
    {
        public static int Slots => 4;

        public static V Update<S, V>(in Shift rule, V parameter, V gradient, ref V slot0, ref V slot1, ref V slot2, ref V slot3)
            where S : struct, ISimd<V>
            where V : struct
        {
            (V last, slot3, slot2) = (slot3, slot2, slot1);
            (slot1, slot0) = (parameter, gradient);
            return last;
        }
    }

    private readonly struct Scaled<TRule>(TRule inner, float scale) : IUpdateRule<Scaled<TRule>>
        where TRule : struct, IUpdateRule<TRule>
    {
        private readonly TRule _inner = inner;
        private readonly float _scale = scale;

        public static int Slots => TRule.Slots;

        public static V Update<S, V>(
            in Scaled<TRule> rule, V parameter, V gradient, ref V slot0, ref V slot1, ref V slot2, ref V slot3)
            where S : struct, ISimd<V>
            where V : struct =>
            TRule.Update<S, V>(
                in rule._inner, parameter, S.Multiply(S.Splat(rule._scale), gradient), ref slot0, ref slot1, ref slot2, ref slot3);
    }
}
