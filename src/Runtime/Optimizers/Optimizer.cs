namespace StaticNet;

/// <summary>How gradients change parameters: a set of hyper-parameters, and the state that training with them builds up.</summary>
/// <remarks>An instance belongs to the first trainer that it is given to. It serves one thread at a time, as the trainer does.</remarks>
public abstract class Optimizer
{
    private readonly Lock _binding = new();
    private object? _owner;
    private ParameterStore? _parameters;
    private Slot[] _slots = [];
    private Segment[] _segments = [];
    private double _learningRate;

    private protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>The step size η, at least 0. It may be set before any step, for instance by a schedule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = HyperParameter.AtLeastZero(value, nameof(LearningRate));
    }

    /// <summary>Floats of state per parameter for these hyper-parameters, as in <c>TrainingBytesWith(slots)</c>.</summary>
    public abstract int Slots { get; }

    /// <summary>Steps taken; a checkpoint restores it.</summary>
    internal long Steps { get; set; }

    /// <summary>The state, at the parameters' offsets; empty before <see cref="Bind"/>.</summary>
    internal ReadOnlySpan<Slot> State => _slots;

    /// <summary>What a step walks, one per tensor; empty before <see cref="Bind"/>.</summary>
    internal Span<Segment> Segments => _segments;

    /// <summary>Makes this the optimizer of one trainer and allocates its slots. Again by the same owner, it does nothing.</summary>
    /// <exception cref="InvalidOperationException">Another owner has it, or its hyper-parameters do not fit together.</exception>
    internal void Bind(object owner, ParameterStore parameters)
    {
        lock (_binding)
        {
            if (_owner is not null)
            {
                if (ReferenceEquals(_owner, owner) && ReferenceEquals(_parameters, parameters))
                    return;
                string type = GetType().Name;
                throw new InvalidOperationException(
                    $"This {type} belongs to another trainer, whose steps its state follows: give each trainer its own, new {type}(…).");
            }
            Validate();
            var slots = new Slot[Slots];
            for (int i = 0; i < slots.Length; i++)
                slots[i] = Slot.Allocate(i, parameters);
            _segments = Segment.Of(parameters.Table);
            _slots = slots;
            _parameters = parameters;
            _owner = owner;
        }
    }

    /// <summary>One step: every trainable segment once, without allocation.</summary>
    /// <param name="gradients">The first gradient; offsets are those of the parameters.</param>
    /// <param name="deterministic">Whether the bits are the same on every processor.</param>
    internal void Apply(ref readonly float gradients, bool deterministic = false)
    {
        ParameterStore parameters = _parameters
            ?? throw new InvalidOperationException($"This {GetType().Name} has no trainer: pass it to a network's Trainer.");
        Steps++;
        var pass = new UpdatePass(ref parameters.Origin, in gradients, _slots, _segments, deterministic);
        Update(ref pass);
    }

    /// <summary>Hands the rule of step <see cref="Steps"/> to the pass; with two rules in a step, both in turn.</summary>
    internal abstract void Update<TPass>(ref TPass pass)
        where TPass : struct, IUpdatePass, allows ref struct;

    /// <summary>Checks what no single property can: throws <see cref="InvalidOperationException"/>.</summary>
    private protected virtual void Validate()
    {
    }
}
