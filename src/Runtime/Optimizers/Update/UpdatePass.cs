using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticNet.Numerics;
using StaticNet.Threading;

namespace StaticNet;

/// <summary>The one loop of every optimizer: the trainable segments of one treatment, parameter, gradient and slots side by side.</summary>
internal readonly ref struct UpdatePass(
    ref float parameters, ref readonly float gradients, ReadOnlySpan<Slot> slots, ReadOnlySpan<Segment> segments,
    Treatment treatment, Conditioning conditioning, Share share, bool exact = false) : IUpdatePass
{
    private readonly ref float _parameters = ref parameters;
    private readonly ref readonly float _gradients = ref gradients;
    private readonly ReadOnlySpan<Slot> _slots = slots;
    private readonly ReadOnlySpan<Segment> _segments = segments;
    private readonly Treatment _treatment = treatment;
    private readonly Conditioning _conditioning = conditioning;
    private readonly Share _share = share;
    private readonly bool _exact = exact;

    /// <inheritdoc/>
    public void Run<TRule>(in TRule rule)
        where TRule : struct, IUpdateRule<TRule>
    {
        if (_conditioning.IsNone)
            Sweep(rule);
        else if (_conditioning.OnlyDecays)
            Sweep(new DecayedRule<TRule>(rule, _conditioning));
        else
            Sweep(new ConditionedRule<TRule>(rule, _conditioning));
    }

    /// <inheritdoc/>
    public void RunByNorm<TRule, TStep>(in TRule rule)
        where TRule : struct, INormRule<TRule, TStep>
        where TStep : struct, IUpdateRule<TStep>
    {
        foreach (ref readonly Segment segment in _segments)
        {
            // Norms of a whole tensor are not divided.
            if (!IsMine(in segment) || !_share.IsFirst)
                continue;
            (double parameter, double direction) = _conditioning.IsNone ? Measure(rule, in segment)
                : _conditioning.OnlyDecays ? Measure(new DecayedRule<TRule>(rule, _conditioning), in segment)
                : Measure(new ConditionedRule<TRule>(rule, _conditioning), in segment);
            Step(TRule.Step(in rule, Math.Sqrt(parameter), Math.Sqrt(direction)), segment.Start, segment.End);
        }
    }

    private bool IsMine(in Segment segment) => segment.Trainable && ReferenceEquals(segment.Treatment, _treatment);

    private void Sweep<TRule>(TRule rule)
        where TRule : struct, IUpdateRule<TRule>
    {
        foreach (ref readonly Segment segment in _segments)
        {
            if (!IsMine(in segment))
                continue;

            // Without state, decay and gradient there is no step.
            if (TRule.Slots == 0 && _conditioning.OnlyScales && segment.Touched is { AreAll: false } touched)
                StepRows(rule, segment.Start, touched);
            else
                StepShare(rule, in segment);
        }
    }

    private void StepRows<TRule>(TRule rule, nint start, TouchedRows touched)
        where TRule : struct, IUpdateRule<TRule>
    {
        if (!_share.IsFirst)
            return;
        int pitch = touched.Pitch;
        foreach (int row in touched.Rows)
            Step(rule, start + (nint)row * pitch, start + (nint)(row + 1) * pitch);
    }

    private void StepShare<TRule>(TRule rule, in Segment segment)
        where TRule : struct, IUpdateRule<TRule>
    {
        int floats = (int)(segment.End - segment.Start);
        Step(rule, segment.Start + _share.From(floats, Segment.Multiple), segment.Start + _share.To(floats, Segment.Multiple));
    }

    private void Step<TRule>(TRule rule, nint start, nint end)
        where TRule : struct, IUpdateRule<TRule>
    {
        SlotReferences slots = References<TRule>();
        if (Vector512.IsHardwareAccelerated)
            Walk<TRule, Simd512, Vector512<float>>(rule, ref _parameters, in _gradients, slots, start, end);
        else if (Vector256.IsHardwareAccelerated)
            Walk<TRule, Simd256, Vector256<float>>(rule, ref _parameters, in _gradients, slots, start, end);
        else if (_exact)
            Walk<TRule, Exact128, Vector128<float>>(rule, ref _parameters, in _gradients, slots, start, end);
        else
            Walk<TRule, Simd128, Vector128<float>>(rule, ref _parameters, in _gradients, slots, start, end);
    }

    private (double Parameter, double Direction) Measure<TRule>(TRule rule, in Segment segment)
        where TRule : struct, IUpdateRule<TRule>
    {
        SlotReferences slots = References<TRule>();
        nint start = segment.Start, end = segment.End;
        return Vector512.IsHardwareAccelerated
            ? SquareSum.Measure<TRule, Simd512, Vector512<float>>(rule, ref _parameters, in _gradients, slots, start, end)
            : Vector256.IsHardwareAccelerated
            ? SquareSum.Measure<TRule, Simd256, Vector256<float>>(rule, ref _parameters, in _gradients, slots, start, end)
            : _exact
            ? SquareSum.Measure<TRule, Exact128, Vector128<float>>(rule, ref _parameters, in _gradients, slots, start, end)
            : SquareSum.Measure<TRule, Simd128, Vector128<float>>(rule, ref _parameters, in _gradients, slots, start, end);
    }

    // A slot that the rule does not use is neither loaded nor stored; any reference stands in for it.
    private SlotReferences References<TRule>()
        where TRule : struct, IUpdateRule<TRule> => new(
        ref TRule.Slots > 0 ? ref _slots[0].Origin : ref _parameters,
        ref TRule.Slots > 1 ? ref _slots[1].Origin : ref _parameters,
        ref TRule.Slots > 2 ? ref _slots[2].Origin : ref _parameters,
        ref TRule.Slots > 3 ? ref _slots[3].Origin : ref _parameters);

    /// <summary>Floats <paramref name="start"/> to <paramref name="end"/>: a multiple of every width, so there is no tail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Walk<TRule, S, V>(
        TRule rule, ref float parameters, ref readonly float gradients, SlotReferences slots, nint start, nint end)
        where TRule : struct, IUpdateRule<TRule>
        where S : struct, ISimd<V>
        where V : struct
    {
        ref float slot0 = ref slots.Slot0, slot1 = ref slots.Slot1, slot2 = ref slots.Slot2, slot3 = ref slots.Slot3;
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
