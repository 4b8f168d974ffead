namespace StaticNet;

/// <summary>What a training over epochs calls as it goes on; override what you need. It runs on the thread that trains, between steps.</summary>
public abstract class Callback
{
    /// <summary>Before the first epoch.</summary>
    public virtual void OnTrainBegin(FitState state)
    {
    }

    /// <summary>Before the first step of an epoch.</summary>
    public virtual void OnEpochBegin(FitState state)
    {
    }

    /// <summary>After each step.</summary>
    public virtual void OnBatchEnd(FitState state)
    {
    }

    /// <summary>After each epoch and its evaluation.</summary>
    public virtual void OnEpochEnd(FitState state, EpochReport report)
    {
    }

    /// <summary>After the last epoch, when the best weights are back; not where training ends with an exception.</summary>
    public virtual void OnTrainEnd(FitState state)
    {
    }
}
