namespace StaticNet;

/// <summary>Ends training when epochs get no better: <c>new EarlyStopping { Patience = 5 }</c>.</summary>
public sealed class EarlyStopping
{
    /// <summary>Epochs without improvement after which training ends, at least 1; 1 by default. As PyTorch's and Keras's callbacks count them.</summary>
    public int Patience
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Patience));
            field = value;
        }
    } = 1;

    /// <summary>By how much the monitored value must be better than the best to count, at least 0; 0 by default.</summary>
    public double MinDelta
    {
        get;
        init => field = HyperParameter.AtLeastZero(value, nameof(MinDelta));
    }

    /// <summary>
    /// What is compared: the name of a metric, <c>"loss"</c> or <c>"validation loss"</c>. By default the validation loss, or without a validation set
    /// the loss.
    /// </summary>
    public string? Monitor { get; init; }

    /// <summary>Whether parameters and state of the best epoch come back when training ends, early or not; true by default (Keras: false).</summary>
    public bool RestoreBest { get; init; } = true;
}
