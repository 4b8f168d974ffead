using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Threading;

namespace StaticNet;

/// <summary>
/// The base of every generated trainer: it orders forward, loss, backward and update, gathers gradients, and refuses a step whose loss is not
/// finite before anything is written. A trainer allocates nothing after construction and serves one thread at a time.
/// </summary>
public abstract partial class NetworkTrainer
{
    private readonly ParameterStore _parameters;
    private readonly Workspace _workspace;
    private readonly int _minimumBatch;
    private readonly string _minimumBatchOf;
    private readonly WeightAverage? _average;
    private int _passes;
    private int _lastBatch;
    private bool _wentBack;
    private FiniteCheck? _finite;
    private float[] _before = [];

    /// <summary>Called by generated code.</summary>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="optimizer">A new optimizer; it belongs to this trainer from now on.</param>
    /// <param name="arenaFloats">The floats of the training arena, gradients not counted.</param>
    /// <param name="minimumBatch">The fewest samples of a step.</param>
    /// <param name="seed">The seed of dropout and other noise.</param>
    /// <param name="minimumBatchOf">The layer that needs as many; "" where one sample is enough.</param>
    /// <exception cref="InvalidOperationException">The optimizer belongs to another trainer.</exception>
    protected NetworkTrainer(ParameterStore parameters, Optimizer optimizer, int arenaFloats, int minimumBatch, ulong seed, string minimumBatchOf = "")
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(optimizer);
        optimizer.Bind(this, parameters);
        _parameters = parameters;
        (_minimumBatch, _minimumBatchOf) = (minimumBatch, minimumBatchOf);
        _work = new(this);
        _threads = MaxThreads;
        _workspace = new Workspace(parameters.Table.TrainableLength + arenaFloats);
        parameters.Attach(_workspace);
        Optimizer = optimizer;
        optimizer.Exact = Deterministic;
        _switchable = [.. parameters.Table.Entries.ToArray().Where(entry => entry.IsTrained && entry.Trainable == Trainable.Switchable).Select(entry => entry.Layer).Distinct()];
        _frozen = new bool[_switchable.Length + 1];
        _average = optimizer.HasAverage ? new WeightAverage(_workspace, parameters, optimizer) : null;
        Seed = seed;
    }

    /// <summary>What <see cref="Apply"/> updates with; its learning rate may be set between steps.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The moving average of the weights, which the optimizer's <see cref="Optimizer.EmaDecay"/> asks for.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public WeightAverage Average => _average ?? throw new InvalidOperationException(
        $"The optimizer keeps no moving average of the weights: write new {Optimizer.GetType().Name}(…) {{ EmaDecay = 0.999 }}.");

    /// <summary>The seed of dropout and other noise; with <see cref="Steps"/> it determines the next step's.</summary>
    public ulong Seed { get; private set; }

    /// <summary>
    /// Whether each step looks at every value that it stores, so that a <see cref="NonFiniteLossException"/> tells the first layer whose output or
    /// gradient is not finite. Off at first, since it reads all of them once more; switching it on allocates as many floats as the network has parameters.
    /// </summary>
    public bool CheckFinite
    {
        get => _finite is { Looks: true };
        set
        {
            float[] before = value ? new float[_parameters.Table.TrainableLength] : [];
            Enter();
            _before = before;
            Look(value, Watch);
            Exit();
        }
    }

    /// <summary>Backward passes so far.</summary>
    public uint Steps { get; private set; }

    /// <summary>The samples of the last forward pass that no backward pass has used; 0 if there is none.</summary>
    protected int Pending { get; private set; }

    /// <summary>The first parameter.</summary>
    protected ref float Parameters => ref _parameters.Origin;

    /// <summary>The first gradient; gradients lie as their parameters do.</summary>
    protected ref float Gradients => ref _workspace.Origin;

    /// <summary>The first float of the arena behind the gradients.</summary>
    protected ref float Arena => ref Unsafe.Add(ref _workspace.Origin, _parameters.Table.TrainableLength);

    /// <summary>What emitted programs show their values to; null if nobody looks.</summary>
    protected FiniteCheck? Finite => _finite;

    /// <summary>The gradient gathered for a parameter since the last <see cref="Apply"/> or <see cref="ZeroGradients"/>, in its shape.</summary>
    /// <param name="parameter">A view of this network's parameter, for instance <c>net.Dense1.Weight</c>.</param>
    /// <exception cref="KeyNotFoundException">The network has no such parameter, or it is a state or never trained.</exception>
    public ParameterView Gradient(ParameterView parameter) => Gradient(parameter.Name);

    /// <summary>As above, by the parameter's full name. What callers write to it counts: from now on steps go over all rows of an embedding's.</summary>
    public ParameterView Gradient(string parameter)
    {
        int index = _parameters.Table.IndexOf(parameter);
        if (index < 0 || !_parameters.Table[index].IsTrained)
            throw new KeyNotFoundException($"'{parameter}' has no gradient: "
                + (_parameters.Table.TrainableLength > 0 ? $"give the name of a trainable parameter, such as '{_parameters.Table[0].Name}'."
                    : _parameters.Table.ParameterCount > 0 ? "no layer of the network is trained." : "the network has no parameters."));
        Optimizer.Segments[index].Touched?.TouchAll();
        return new ParameterView(_workspace.Values, _workspace.Base + _parameters.Table[index].Offset, _parameters.Table[index]);
    }

    /// <summary>
    /// Updates the parameters with the sum of the gradients gathered since the last call, one for each backward pass; they are then forgotten.
    /// </summary>
    /// <exception cref="InvalidOperationException">No gradient has been gathered.</exception>
    /// <exception cref="NonFiniteGradientException">The optimizer clips by a norm that is not finite; nothing has changed.</exception>
    public void Apply() => ApplyScaled(1);

    /// <summary>
    /// As <see cref="Apply"/>, with the mean over the backward passes instead of their sum: k passes over batches of one size give the step of
    /// one batch that is k times as large, as far as the loss is a mean over samples and no layer looks across them.
    /// </summary>
    /// <exception cref="InvalidOperationException">No gradient has been gathered.</exception>
    /// <exception cref="NonFiniteGradientException">The optimizer clips by a norm that is not finite; nothing has changed.</exception>
    public void ApplyMean() => ApplyScaled(1.0 / Math.Max(1, _passes));

    private void ApplyScaled(double scale)
    {
        Enter();
        try
        {
            if (_passes == 0)
                throw new InvalidOperationException("There are no gradients to apply: call Backward(target) or Step(…) first.");
            _parameters.RequireWeights();
            double factor = Optimizer.Factor(ref Gradients, scale);
            EnterWrite();
            try
            {
                Update(factor);
            }
            finally
            {
                ExitWrite();
            }

            _passes = 0;
        }
        finally
        {
            Exit();
        }
    }

    /// <summary>Forgets the gradients gathered so far: they are zero.</summary>
    public void ZeroGradients()
    {
        Enter();
        try
        {
            MemoryMarshal.CreateSpan(ref Gradients, _parameters.Table.TrainableLength).Clear();
            _passes = 0;
        }
        finally
        {
            Exit();
        }
    }

    /// <summary>Called by generated code: the rows of a table to which backward passes add, and nothing else writes.</summary>
    protected TouchedRows Follow(string table) => Optimizer.Follow(_parameters.Table.IndexOf(table));

    /// <summary>Takes the trainer for the calling thread.</summary>
    protected void Enter() => _workspace.Enter();

    /// <summary>Gives the trainer back.</summary>
    protected void Exit() => _workspace.Exit();

    /// <summary>Forgets the last forward pass: its inputs, and with them its outputs, are about to be overwritten.</summary>
    protected void Discard()
    {
        Pending = _lastBatch = 0;
        _wentBack = false;
    }

    /// <summary>The forward pass over the inputs in the arena.</summary>
    protected void DoForward(int batch)
    {
        if (batch < _minimumBatch)
            throw new ArgumentException(
                $"The batch has {batch} sample{(batch == 1 ? "" : "s")}, but '{_minimumBatchOf}' needs at least {_minimumBatch} in training: "
                + "pass more, as far as the network's MaxBatch allows, or drop the last partial batch (dropLast: true).", nameof(batch));
        _parameters.RequireWeights();
        Discard();
        _finite?.BeginPass(batch);
        RunPhase(new(Phase.Forward, batch));
        Pending = _lastBatch = batch;
    }

    /// <summary>Loss and backward pass over the targets in the arena; returns the loss.</summary>
    protected float DoBackward()
    {
        float loss = FiniteLoss();
        DoBackwardFrom(loss);
        return loss;
    }

    /// <summary>The backward pass from the gradient of the output in the arena.</summary>
    protected void DoBackwardFrom() => DoBackwardFrom(float.NaN);

    private void DoBackwardFrom(float loss)
    {
        Refuse(loss);
        CheckStates();
        bool writes = _parameters.Table.HasState;
        if (writes)
            EnterWrite();
        try
        {
            GoBack(loss);
            EndBackward();
        }
        finally
        {
            if (writes)
                ExitWrite();
        }
    }

    /// <summary>Forward, loss, backward and update over inputs and targets in the arena.</summary>
    protected float DoStep(int batch)
    {
        DoForward(batch);

        // From the first write to the last: a step that meets a reader writes nothing.
        EnterWrite();
        try
        {
            float loss = FiniteLoss();
            CheckStates();
            GoBack(loss);
            double factor = StepFactor();
            EndBackward();
            Update(factor);
            _passes = 0;
            return loss;
        }
        finally
        {
            ExitWrite();
        }
    }

    /// <summary>The samples of the pending forward pass.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    protected int RequireForward() => Pending > 0
        ? Pending
        : throw new InvalidOperationException("There is no forward pass to go back through: call Forward(input) first, once for each backward pass.");

    /// <summary>Checks that a batch was made for this network.</summary>
    /// <exception cref="ArgumentException">It was not.</exception>
    protected static int RequireBatch(Batch batch, object schema, string network) => ReferenceEquals(batch.Source.Schema, schema)
        ? batch.Count
        : throw new ArgumentException($"The batch was made for another network: take it from {network}.Batches(…).", nameof(batch));

    /// <summary>The loss that <see cref="RunHead"/> left in the arena.</summary>
    protected abstract float Loss { get; }

    /// <summary>Emitted with <c>[Network(Deterministic = true)]</c>: a constant, whether updates give the same bits on every processor.</summary>
    protected virtual bool Deterministic => false;

    /// <summary>Emitted: input → output, kept values and next states, in the arena.</summary>
    protected abstract void RunForward(int batch, ulong seed, uint step, Share share);

    /// <summary>Emitted: output and target → loss and its gradient by the output, in the arena.</summary>
    protected abstract void RunHead(int batch, Share share);

    /// <summary>Emitted: gradient by the output → gradients, added to what is there if <paramref name="accumulate"/>.</summary>
    protected abstract void RunBackward(int batch, bool accumulate, Share share);

    /// <summary>Emitted where there are states: checks each next one with <see cref="RequireFiniteState"/>, before anything is written.</summary>
    protected virtual void CheckStates()
    {
    }

    /// <summary>Refuses the step if a next state is not finite.</summary>
    /// <exception cref="NonFiniteStateException">It is not.</exception>
    protected void RequireFiniteState(ref readonly float next, int floats, string state)
    {
        if (Check.AreFinite(MemoryMarshal.CreateReadOnlySpan(in next, floats)))
            return;
        Pending = 0;
        throw new NonFiniteStateException(state);
    }

    /// <summary>Emitted: next states → states.</summary>
    protected abstract void CommitState();

    private void EnterWrite() => _parameters.EnterWrite();

    private void ExitWrite() => _parameters.ExitWrite();

    private float FiniteLoss()
    {
        RunPhase(new(Phase.Head, Pending));
        float loss = Loss;
        Refuse(loss);
        if (float.IsFinite(loss))
            return loss;
        Pending = 0;
        throw new NonFiniteLossException(loss);
    }

    // The gradients gathered before come back where one of this pass is refused.
    private void GoBack(float loss)
    {
        Span<float> gradients = MemoryMarshal.CreateSpan(ref Gradients, _before.Length);
        gradients.CopyTo(_before);
        RunPhase(new(Phase.Backward, Pending, Accumulates: _passes > 0));
        if (_finite is not { Kind: not NonFiniteKind.Unknown })
            return;
        _before.CopyTo(gradients);
        Refuse(loss);
    }

    private void Refuse(float loss)
    {
        if (_finite is not { Kind: not NonFiniteKind.Unknown } found)
            return;
        Pending = 0;
        throw new NonFiniteLossException(loss, found);
    }

    private double StepFactor()
    {
        try
        {
            return Optimizer.Factor(ref Gradients);
        }
        catch (NonFiniteGradientException)
        {
            // Those gathered before are part of the sum: they are lost with it.
            (Pending, _passes) = (0, 0);
            throw;
        }
    }

    // States move last, when nothing can be refused any more.
    private void EndBackward()
    {
        CommitState();
        _wentBack = true;
        _passes++;
        Pending = 0;
        Steps++;
    }
}
