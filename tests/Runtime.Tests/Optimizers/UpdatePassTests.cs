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
        var rule = new AdamRule(new AdamConstants(0.01, 0.9, 0.999, 1e-8, 3), 0.1);
        float[] narrow = Run<AdamRule, Simd128, Vector128<float>>(rule);
        Assert.Equal(narrow, Run<AdamRule, Simd256, Vector256<float>>(rule));
        Assert.Equal(narrow, Run<AdamRule, Simd512, Vector512<float>>(rule));
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
        float[] clipped = Run<Scaled<SgdRule>, Simd256, Vector256<float>>(new(new SgdRule(0.1, 0), 0.5f));
        float[] slower = Run<SgdRule, Simd256, Vector256<float>>(new SgdRule(0.05, 0));
        for (int i = 0; i < Length; i++)
            Assert.Equal(slower[i], clipped[i], 1e-6f);
    }

    [Fact]
    public void UnusedSlotsAreNeitherReadNorWritten()
    {
        var rule = new SgdRule(0.1, 0.01);
        float[] expected = Run<SgdRule, Simd128, Vector128<float>>(rule);
        float[] streams = Streams();
        UpdatePass.Walk<SgdRule, Simd128, Vector128<float>>(
            rule, ref streams[0], in streams[Length], ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(),
            ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(), 0, Length);
        Assert.Equal(expected, streams);
    }

    private static float[] Run<TRule, S, V>(TRule rule)
        where TRule : struct, IUpdateRule<TRule>
        where S : struct, ISimd<V>
        where V : struct
    {
        float[] streams = Streams();
        UpdatePass.Walk<TRule, S, V>(
            rule, ref streams[0], in streams[Length], ref streams[2 * Length], ref streams[3 * Length],
            ref streams[4 * Length], ref streams[5 * Length], 0, Length);
        return streams;
    }

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
