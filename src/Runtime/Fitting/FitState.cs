namespace StaticNet;

/// <summary>Where a training over epochs stands, for its callbacks.</summary>
public sealed class FitState
{
    internal FitState(ITrainer trainer, Batches batches, int epochs)
    {
        Trainer = trainer;
        Batches = batches;
        Epochs = epochs;
    }

    /// <summary>The trainer; its <c>Optimizer</c> has the learning rate.</summary>
    public ITrainer Trainer { get; }

    /// <summary>The training data.</summary>
    public Batches Batches { get; }

    /// <summary>Epochs that there will be at most.</summary>
    public int Epochs { get; }

    /// <summary>Whole epochs so far: 0 during the first.</summary>
    public int Epoch { get; internal set; }

    /// <summary>Steps taken in this epoch, of the <c>BatchCount</c> of <see cref="Batches"/>.</summary>
    public int Batch { get; internal set; }

    /// <summary>The loss of the last step; not a number before the first.</summary>
    public float BatchLoss { get; internal set; } = float.NaN;

    /// <summary>The mean loss of this epoch's steps so far, weighted by their samples; not a number before the first.</summary>
    public double Loss => LossSum / Samples;

    /// <summary>Samples of this epoch so far.</summary>
    public long Samples { get; internal set; }

    /// <summary>Set it to end training after this step: what of the epoch is done counts as a whole one.</summary>
    public bool StopTraining { get; set; }

    internal double LossSum { get; set; }
}
