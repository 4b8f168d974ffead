using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Storage;

namespace StaticNet;

/// <summary>What the next step depends on, for checkpoints.</summary>
public abstract partial class NetworkTrainer
{
    /// <summary>The network's parameters and state.</summary>
    internal ParameterStore Store => _parameters;

    /// <summary>
    /// Writes weights, state, optimizer, seed and count of steps, from which <see cref="LoadCheckpoint"/> goes on bit for bit; gradients that are
    /// gathered and not applied are not part of it. A training by <c>Fit</c> writes its own (<see cref="FitOptions.Checkpoint"/>).
    /// </summary>
    /// <param name="path">The file; one that is there is replaced at the end, in one step.</param>
    /// <exception cref="SafetensorsException">The file cannot be written; one that was there is as it was.</exception>
    /// <exception cref="InvalidOperationException">Gradients have been gathered and not applied, or another thread uses the trainer.</exception>
    public void SaveCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Save(path, Optimizer.LearningRate, null, null);
    }

    /// <summary>Reads what <see cref="SaveCheckpoint"/> wrote: all of it, or on an error nothing.</summary>
    /// <exception cref="SafetensorsException">The file cannot be read, or is of another network or optimizer; the message says what differs.</exception>
    /// <exception cref="InvalidOperationException">Another thread uses the trainer or the network.</exception>
    public void LoadCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CheckpointFile.Read(path, this, _ => null);
    }

    /// <summary>Writes a checkpoint with the rate at which schedules begin.</summary>
    internal void Save(string path, double learningRate, ProgressState? progress, ParameterStore? best)
    {
        Enter();
        try
        {
            if (_passes > 0)
                throw new InvalidOperationException("Gradients have been gathered, which a checkpoint does not hold: call Apply() or ZeroGradients() first.");
            _parameters.RequireWeights();
            TrainerState state = State(learningRate);
            AtomicFile.Write(path, stream => CheckpointFile.Write(stream, this, state, progress, best));
        }
        finally
        {
            Exit();
        }
    }

    internal TrainerState State(double learningRate) => new()
    {
        Optimizer = Optimizer.GetType().Name,
        Slots = Optimizer.Slots,
        OptimizerSteps = Optimizer.Steps,
        LearningRate = learningRate,
        GroupRates = [.. Optimizer.Groups.Select(group => group.LearningRate)],
        GroupFactors = [.. Optimizer.Groups.Select(group => group.LearningRateFactor)],
        Seed = Seed,
        Steps = Steps,
        Frozen = [.. _switchable.Where((_, i) => _frozen[i])],
    };

    /// <summary>The gradient of the last step, as it lies.</summary>
    internal ReadOnlySpan<float> GradientOf(ParameterEntry entry) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Gradients, entry.Offset), entry.Length);

    /// <summary>Who looks at the activations of each step; null for nobody.</summary>
    internal ActivationWatch? Watch
    {
        get => _finite?.Watch;
        set => Look(CheckFinite, value);
    }

    // What a pass that waits to go back has found stays known.
    private void Look(bool checks, ActivationWatch? watch)
    {
        if (checks != CheckFinite || watch != Watch)
            _finite = checks || watch is not null ? new FiniteCheck(_parameters, checks, watch) : null;
    }

    /// <summary>Takes a state that has been checked, and has the tensors copied.</summary>
    internal void Restore(TrainerState state, Dictionary<string, string> metadata, Action copy)
    {
        Enter();
        try
        {
            _parameters.RequireWeights();
            EnterWrite();
            try
            {
                copy();
            }
            finally
            {
                ExitWrite();
            }

            Discard();
            MemoryMarshal.CreateSpan(ref Gradients, _parameters.Table.TrainableLength).Clear();
            _passes = 0;
            (Seed, Steps, Optimizer.Steps, Optimizer.LearningRate) = (state.Seed, state.Steps, state.OptimizerSteps, state.LearningRate);
            for (int i = 0; i < Optimizer.Groups.Count; i++)
                (Optimizer.Groups[i].LearningRate, Optimizer.Groups[i].LearningRateFactor) = (state.GroupRates[i], state.GroupFactors[i]);
            _parameters.Metadata = metadata;
        }
        finally
        {
            Exit();
        }

        foreach (string layer in _switchable)
            Set(layer, state.Frozen.Contains(layer));
    }
}
