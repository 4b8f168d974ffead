using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>The one loop of every optimizer: each trainable segment once, parameter, gradient and slots side by side.</summary>
internal readonly ref struct UpdatePass(
    ref float parameters, ref readonly float gradients, ReadOnlySpan<Slot> slots, ReadOnlySpan<Segment> segments, bool deterministic = false) : IUpdatePass
{
    private readonly ref float _parameters = ref parameters;
    private readonly ref readonly float _gradients = ref gradients;
    private readonly ReadOnlySpan<Slot> _slots = slots;
    private readonly ReadOnlySpan<Segment> _segments = segments;
    private readonly bool _deterministic = deterministic;

    /// <inheritdoc/>
    public void Run<TRule>(in TRule rule)
        where TRule : struct, IUpdateRule<TRule>
    {
        // A slot that the rule does not use is neither loaded nor stored; any reference stands in for it.
        ref float slot0 = ref TRule.Slots > 0 ? ref _slots[0].Origin : ref _parameters;
        ref float slot1 = ref TRule.Slots > 1 ? ref _slots[1].Origin : ref _parameters;
        ref float slot2 = ref TRule.Slots > 2 ? ref _slots[2].Origin : ref _parameters;
        ref float slot3 = ref TRule.Slots > 3 ? ref _slots[3].Origin : ref _parameters;
        foreach (ref readonly Segment segment in _segments)
        {
            if (!segment.Trainable)
                continue;
            nint start = segment.Offset, end = start + segment.Length;
            if (Vector512.IsHardwareAccelerated)
                Walk<TRule, Simd512, Vector512<float>>(
                    rule, ref _parameters, in _gradients, ref slot0, ref slot1, ref slot2, ref slot3, start, end);
            else if (Vector256.IsHardwareAccelerated)
                Walk<TRule, Simd256, Vector256<float>>(
                    rule, ref _parameters, in _gradients, ref slot0, ref slot1, ref slot2, ref slot3, start, end);
            else if (_deterministic)
                Walk<TRule, Exact128, Vector128<float>>(
                    rule, ref _parameters, in _gradients, ref slot0, ref slot1, ref slot2, ref slot3, start, end);
            else
                Walk<TRule, Simd128, Vector128<float>>(
                    rule, ref _parameters, in _gradients, ref slot0, ref slot1, ref slot2, ref slot3, start, end);
        }
    }

    /// <summary>Floats <paramref name="start"/> to <paramref name="end"/>: a multiple of every width, so there is no tail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Walk<TRule, S, V>(
        TRule rule, ref float parameters, ref readonly float gradients,
        ref float slot0, ref float slot1, ref float slot2, ref float slot3, nint start, nint end)
        where TRule : struct, IUpdateRule<TRule>
        where S : struct, ISimd<V>
        where V : struct
    {
        for (nint i = start; i < end; i += S.Width)
        {
            V s0 = TRule.Slots > 0 ? S.Load(in slot0, i) : S.Zero;
            V s1 = TRule.Slots > 1 ? S.Load(in slot1, i) : S.Zero;
            V s2 = TRule.Slots > 2 ? S.Load(in slot2, i) : S.Zero;
            V s3 = TRule.Slots > 3 ? S.Load(in slot3, i) : S.Zero;
            V updated = TRule.Update<S, V>(
                in rule, S.Load(in parameters, i), S.Load(in gradients, i), ref s0, ref s1, ref s2, ref s3);
            S.Store(updated, ref parameters, i);
            if (TRule.Slots > 0)
                S.Store(s0, ref slot0, i);
            if (TRule.Slots > 1)
                S.Store(s1, ref slot1, i);
            if (TRule.Slots > 2)
                S.Store(s2, ref slot2, i);
            if (TRule.Slots > 3)
                S.Store(s3, ref slot3, i);
        }
    }
}
