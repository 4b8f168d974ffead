namespace StaticNet;

/// <summary>Training over epochs: <c>trainer.Fit(batches, new FitOptions { Epochs = 20, Validation = held })</c>.</summary>
public static class FitExtensions
{
    /// <summary>
    /// Trains for some epochs: each takes a step for every batch, then the validation set is evaluated, schedules and early stopping look at the
    /// result, and a report is made. Runs on the calling thread; a step allocates nothing.
    /// </summary>
    /// <param name="trainer">The trainer of a network with a loss.</param>
    /// <param name="batches">The training data, of the network's <c>Batches</c>.</param>
    /// <param name="options">How long, on what, and what else happens.</param>
    /// <returns>A report of each epoch.</returns>
    /// <exception cref="ArgumentException">The options do not fit together or the data; nothing has been trained.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the network is as the last whole step left it.</exception>
    /// <exception cref="NonFiniteLossException">A loss is not finite; the network is as the step before left it.</exception>
    public static FitHistory Fit(this ITrainer trainer, Batches batches, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(options);
        return new FitLoop(trainer, batches, options).Run();
    }

    /// <summary>As above, with nothing but the number of epochs and, if there is one, the validation set.</summary>
    public static FitHistory Fit(this ITrainer trainer, Batches batches, int epochs, Batches? validation = null) =>
        trainer.Fit(batches, new FitOptions { Epochs = epochs, Validation = validation });
}
