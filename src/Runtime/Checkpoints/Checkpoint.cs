namespace StaticNet;

/// <summary>
/// A file from which a training over epochs goes on, bit for bit as if it had not been interrupted: weights, state, optimizer, schedule, noise,
/// the position in the data, early stopping's best weights, reports. <c>new FitOptions { Checkpoint = new Checkpoint("run.safetensors") { Resume = true } }</c>.
/// </summary>
/// <remarks>
/// Each replaces the one before in one step: a process that is killed, or a disk that is full, leaves the last good one. The file is safetensors with the
/// network's own names, so <c>net.Load(path, new LoadOptions { AllowExtra = true })</c> takes the weights alone. What callbacks remember is theirs.
/// </remarks>
/// <param name="path">The file.</param>
public sealed class Checkpoint(string path)
{
    /// <summary>The file.</summary>
    public string Path { get; } = string.IsNullOrEmpty(path) ? throw new ArgumentException("Give the path of a file.", nameof(path)) : path;

    /// <summary>After how many epochs one is written, at least 0; 1 by default, 0 for none.</summary>
    public int EveryEpochs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(EveryEpochs));
            field = value;
        }
    } = 1;

    /// <summary>After how many steps one is written too, at least 0; 0 by default, for none within an epoch.</summary>
    public int EverySteps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(EverySteps));
            field = value;
        }
    }

    /// <summary>Whether the training goes on from the file if there is one; otherwise it starts anew and the file is replaced.</summary>
    public bool Resume { get; init; }
}
