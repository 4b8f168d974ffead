using StaticNet.Threading;

namespace StaticNet;

/// <summary>How gradients change parameters: a set of hyper-parameters, and the state that training with them builds up.</summary>
/// <remarks>
/// <para>A step, tensor by tensor: <c>g ← clip(g)</c>, <c>g ← g + λ₁·sign(w) + 2·λ₂·w</c>, weight decay, the optimizer's own equation, the
/// projection to <see cref="MaxNorm"/>, the moving average. What is not set costs nothing.</para>
/// <para>An instance belongs to the first trainer that it is given to. It serves one thread at a time, as the trainer does.</para>
/// </remarks>
public abstract class Optimizer
{
    private readonly Lock _binding = new();
    private readonly double _weightDecay;
    private readonly double _l1;
    private readonly double _l2;
    private readonly double? _maxNorm;
    private readonly double? _clipNorm;
    private readonly double? _clipValue;
    private readonly double _emaDecay;
    private object? _owner;
    private Updater? _updater;
    private double _learningRate;

    private protected Optimizer(double learningRate, double weightDecay = 0) => (LearningRate, WeightDecay) = (learningRate, weightDecay);

    /// <summary>The step size η, at least 0. It may be set before any step, for instance by a schedule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = HyperParameter.AtLeastZero(value, nameof(LearningRate));
    }

    /// <summary>
    /// The decay λ of all parameters, at least 0: <c>g ← g + λ·w</c>, or where the optimizer says so apart from the gradient,
    /// <c>w ← (1 − η·λ)·w</c>. Biases and norms are spared by <c>Groups = [ParameterGroup.NoDecay]</c>.
    /// </summary>
    public double WeightDecay
    {
        get => _weightDecay;
        init => _weightDecay = HyperParameter.AtLeastZero(value, nameof(WeightDecay));
    }

    /// <summary>λ₁ of the penalty <c>λ₁·Σ|w|</c> on weights, at least 0: it adds <c>λ₁·sign(w)</c> to their gradients, nothing to the loss.</summary>
    public double L1
    {
        get => _l1;
        init => _l1 = HyperParameter.AtLeastZero(value, nameof(L1));
    }

    /// <summary>λ₂ of the penalty <c>λ₂·Σw²</c> on weights, at least 0: it adds <c>2·λ₂·w</c> to their gradients, nothing to the loss.</summary>
    public double L2
    {
        get => _l2;
        init => _l2 = HyperParameter.AtLeastZero(value, nameof(L2));
    }

    /// <summary>
    /// The largest norm of what one unit multiplies its inputs with: after a step each row of a weight, <c>[units,…]</c>, that is longer
    /// is scaled down to it. Positive; by default none.
    /// </summary>
    public double? MaxNorm
    {
        get => _maxNorm;
        init => _maxNorm = HyperParameter.PositiveOrNone(value, nameof(MaxNorm));
    }

    /// <summary>
    /// The largest norm of all gradients together: <c>g ← g·min(1, c/(‖g‖ + 10⁻⁶))</c>, as <c>clip_grad_norm_</c> of PyTorch and
    /// <c>global_clipnorm</c> of Keras. Positive; by default none. A step whose norm is not finite is refused.
    /// </summary>
    public double? ClipNorm
    {
        get => _clipNorm;
        init => _clipNorm = HyperParameter.PositiveOrNone(value, nameof(ClipNorm));
    }

    /// <summary>The largest element of a gradient: <c>g ← min(max(g, −c), c)</c>. Positive; by default none.</summary>
    public double? ClipValue
    {
        get => _clipValue;
        init => _clipValue = HyperParameter.PositiveOrNone(value, nameof(ClipValue));
    }

    /// <summary>
    /// The decay d of a moving average of the weights, at least 0 and below 1: after each step <c>a ← d·a + (1 − d)·w</c>, from the weights of
    /// the first step on. 0, the default, keeps none. The trainer's <see cref="NetworkTrainer.Average"/> uses it.
    /// </summary>
    public double EmaDecay
    {
        get => _emaDecay;
        init => _emaDecay = HyperParameter.Fraction(value, nameof(EmaDecay));
    }

    /// <summary>Tensors with hyper-parameters of their own; each follows the first group that it is of, and this optimizer if it is of none.</summary>
    public IReadOnlyList<ParameterGroup> Groups
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Groups));
    } = [];

    /// <summary>Floats of state per parameter for these hyper-parameters, the moving average included, as in <c>TrainingBytesWith(slots)</c>.</summary>
    public int Slots => RuleSlots + (HasAverage ? 1 : 0);

    /// <summary>The norm of all gradients at the last step with <see cref="ClipNorm"/>, before clipping; NaN before the first.</summary>
    public double GradientNorm { get; private set; } = double.NaN;

    /// <summary>Steps taken; a checkpoint restores it.</summary>
    internal long Steps { get; set; }

    internal bool HasAverage => EmaDecay > 0;

    /// <summary>The state, at the parameters' offsets, the moving average last; empty before <see cref="Bind"/>.</summary>
    internal ReadOnlySpan<Slot> State => _updater is null ? [] : _updater.Slots;

    /// <summary>What a step walks, one per tensor; empty before <see cref="Bind"/>.</summary>
    internal Span<Segment> Segments => _updater is null ? [] : _updater.Segments;

    /// <summary>The slots of the update rule.</summary>
    private protected abstract int RuleSlots { get; }

    /// <summary>Whether the decay shrinks the parameter, <c>w ← (1 − η·λ)·w</c>, instead of joining the gradient.</summary>
    internal virtual bool DecouplesDecay => false;

    /// <summary>Whether the rule itself applies the decay.</summary>
    internal virtual bool RuleDecays => false;

    /// <summary>Makes this the optimizer of one trainer and allocates its slots. Again by the same owner, it does nothing.</summary>
    /// <exception cref="InvalidOperationException">Another owner has it, or its hyper-parameters do not fit together or the network.</exception>
    internal void Bind(object owner, ParameterStore parameters)
    {
        lock (_binding)
        {
            if (_owner is not null)
            {
                if (ReferenceEquals(_owner, owner) && ReferenceEquals(_updater!.Parameters, parameters))
                    return;
                string type = GetType().Name;
                throw new InvalidOperationException(
                    $"This {type} belongs to another trainer, whose steps its state follows: give each trainer its own, new {type}(…).");
            }
            if (ClipNorm is not null && ClipValue is not null)
                throw new InvalidOperationException("ClipNorm and ClipValue clip the same gradients: set one of them.");
            Validate();
            _updater = new Updater(this, parameters);
            _owner = owner;
        }
    }

    /// <summary>Has the steps of a table, by its index, follow the rows that gradients reach.</summary>
    internal TouchedRows Follow(int table) => _updater!.Follow(table);

    /// <summary>Whether a multiply-add is rounded once on every processor, so that all give the same bits.</summary>
    internal bool Exact { get; set; }

    /// <summary>What a step multiplies gradients by: <paramref name="scale"/>, and less where their norm is clipped. Writes nothing.</summary>
    /// <exception cref="NonFiniteGradientException">Their norm is needed and not finite.</exception>
    internal double Factor(ref readonly float gradients, double scale = 1)
    {
        if (ClipNorm is not { } limit)
            return scale;
        double norm = scale * SquareSum.NormOf(in gradients, Segments, Exact);
        if (!double.IsFinite(norm))
            throw new NonFiniteGradientException(norm);
        GradientNorm = norm;
        return scale * Math.Min(1, limit / (norm + 1e-6));
    }

    /// <summary>One step: every trainable segment once, without allocation.</summary>
    /// <param name="gradients">The first gradient; offsets are those of the parameters.</param>
    /// <param name="factor">What they are multiplied by, from <see cref="Factor"/>.</param>
    internal void Apply(ref readonly float gradients, double factor = 1)
    {
        BeginStep();
        Move(in gradients, factor, default);
    }

    /// <summary>Counts the step that <see cref="Move"/> takes.</summary>
    internal void BeginStep()
    {
        if (_updater is null)
            throw new InvalidOperationException($"This {GetType().Name} has no trainer: pass it to a network's Trainer.");
        Steps++;
    }

    /// <summary>A thread's share of the step that has begun.</summary>
    internal void Move(ref readonly float gradients, double factor, Share share) => _updater!.Step(in gradients, factor, share);

    /// <summary>Hands the rule of step <see cref="Steps"/> to the pass.</summary>
    internal abstract void Update<TPass>(ref TPass pass, in StepRates rates)
        where TPass : struct, IUpdatePass, allows ref struct;

    /// <summary>Checks what no single property can: throws <see cref="InvalidOperationException"/>.</summary>
    private protected virtual void Validate()
    {
    }
}
