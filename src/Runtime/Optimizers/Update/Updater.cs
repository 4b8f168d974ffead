using System.Runtime.CompilerServices;
using StaticNet.Threading;

namespace StaticNet;

/// <summary>The memory of an optimizer that is bound to parameters, and the order of a step over them.</summary>
internal sealed class Updater
{
    private readonly Optimizer _optimizer;
    private readonly Treatment[] _treatments;
    private readonly Slot[] _slots;
    private readonly Segment[] _segments;

    /// <exception cref="InvalidOperationException">A group does not fit the parameters.</exception>
    public Updater(Optimizer optimizer, ParameterStore parameters)
    {
        foreach (ParameterGroup group in optimizer.Groups)
            group.Validate(parameters.Table);
        (_optimizer, Parameters) = (optimizer, parameters);
        _segments = Segment.Of(parameters.Table, optimizer, out _treatments);
        _slots = new Slot[optimizer.Slots];
        for (int i = 0; i < _slots.Length; i++)
            _slots[i] = Slot.Allocate(i, parameters);
    }

    public ParameterStore Parameters { get; }

    public ReadOnlySpan<Slot> Slots => _slots;

    public Span<Segment> Segments => _segments;

    /// <summary>Has the steps of a tensor, by its index, follow what is known of its gradient.</summary>
    public TouchedRows Follow(int index)
    {
        var rows = new TouchedRows(_segments[index].Entry);
        _segments[index] = _segments[index] with { Touched = rows };
        return rows;
    }

    /// <summary>One step, treatment by treatment; allocates nothing.</summary>
    /// <param name="gradients">The first gradient; offsets are those of the parameters.</param>
    /// <param name="factor">What they are multiplied by.</param>
    /// <param name="share">What the calling thread does of it.</param>
    public void Step(ref readonly float gradients, double factor, Share share)
    {
        foreach (Treatment treatment in _treatments)
        {
            StepRates rates = treatment.Rates(_optimizer);
            var pass = new UpdatePass(
                ref Parameters.Origin, in gradients, _slots, _segments, treatment, new Conditioning(_optimizer, in rates, factor), share, _optimizer.Exact);
            _optimizer.Update(ref pass, in rates);
            if (!double.IsFinite(rates.MaxNorm))
                continue;
            share.Wait();
            if (share.IsFirst)
                Project(treatment, rates.MaxNorm);
        }
        if (!_optimizer.HasAverage)
            return;
        share.Wait();
        Average(share);
    }

    private void Project(Treatment treatment, double limit)
    {
        foreach (ref readonly Segment segment in Segments)
        {
            if (segment.Trainable && ReferenceEquals(segment.Treatment, treatment))
                NormProjection.Project(ref Parameters.Origin, segment.Entry, (float)limit, _optimizer.Exact);
        }
    }

    // Frozen tensors too, so that the average is whole. The first step's average is its weights.
    private void Average(Share share)
    {
        double rate = _optimizer.Steps == 1 ? 1 : 1 - _optimizer.EmaDecay;
        int floats = Parameters.Table.TrainableLength, from = share.From(floats, Segment.Multiple), to = share.To(floats, Segment.Multiple);
        MovingAverage.Move(
            in Unsafe.Add(ref Parameters.Origin, from), ref Unsafe.Add(ref _slots[^1].Origin, from), to - from, (float)rate, _optimizer.Exact);
    }
}
