namespace StaticNet;

/// <summary>
/// One schedule after another, each from the initial rate on and counted from its own start: <c>new SequentialLR([new LinearWarmup(5), new
/// CosineAnnealingLR(45)], [5])</c>. PyTorch's <c>SequentialLR</c>. Whether t counts steps is said here, not at the parts.
/// </summary>
public sealed class SequentialLR : Schedule
{
    private readonly Schedule[] _schedules;
    private readonly long[] _milestones;

    /// <param name="schedules">The schedules, at least one.</param>
    /// <param name="milestones">Where each but the first begins, ascending from above 0.</param>
    public SequentialLR(IEnumerable<Schedule> schedules, IEnumerable<int> milestones)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ArgumentNullException.ThrowIfNull(milestones);
        _schedules = [.. schedules];
        _milestones = [0, .. milestones];
        if (_schedules.Length == 0 || Array.IndexOf(_schedules, null) >= 0)
            throw new ArgumentException("Give at least one schedule, and none that is null.", nameof(schedules));
        if (_milestones.Length != _schedules.Length)
            throw new ArgumentException(
                $"{Plural.Of(_schedules.Length, "schedule")} need {Plural.Of(_schedules.Length - 1, "milestone")}, where each but the first begins, but there "
                + $"{(_milestones.Length == 2 ? "is" : "are")} {_milestones.Length - 1}.", nameof(milestones));
        for (int i = 1; i < _milestones.Length; i++)
        {
            if (_milestones[i] <= _milestones[i - 1])
                throw new ArgumentException($"Milestones ascend from above 0, but {_milestones[i]} comes after {_milestones[i - 1]}.", nameof(milestones));
        }
    }

    /// <summary>The schedules.</summary>
    public IReadOnlyList<Schedule> Schedules => _schedules;

    /// <summary>Where each but the first begins.</summary>
    public IReadOnlyList<long> Milestones => _milestones[1..];

    internal override double[] State
    {
        get => [.. _schedules.SelectMany(schedule => schedule.State)];
        set
        {
            foreach (Schedule schedule in _schedules)
            {
                int length = schedule.State.Length;
                schedule.State = value[..length];
                value = value[length..];
            }
        }
    }

    internal override double Of(double initial, long t)
    {
        int active = Active(t);
        return _schedules[active].Of(initial, t - _milestones[active]);
    }

    internal override void Begin(FitOptions options)
    {
        if (PerStep && _schedules.Any(schedule => schedule is ReduceLROnPlateau))
            throw new ArgumentException("ReduceLROnPlateau looks at epochs: leave PerStep out of the SequentialLR that it is in.", nameof(options));
        foreach (Schedule schedule in _schedules)
            schedule.Begin(options);
    }

    internal override void Observe(double initial, EpochReport report)
    {
        if (!PerStep)
            _schedules[Active(report.Epoch - 1)].Observe(initial, report);
    }

    private int Active(long t)
    {
        int active = 0;
        while (active + 1 < _milestones.Length && _milestones[active + 1] <= t)
            active++;
        return active;
    }
}
