using System.Collections;

namespace StaticNet;

/// <summary>The reports of a training, epoch by epoch.</summary>
public sealed class FitHistory : IReadOnlyList<EpochReport>
{
    private readonly List<EpochReport> _reports = [];

    internal FitHistory()
    {
    }

    /// <summary>Epochs trained.</summary>
    public int Count => _reports.Count;

    /// <summary>A report by its place, from 0.</summary>
    public EpochReport this[int index] => _reports[index];

    /// <summary>The best epoch, by what early stopping monitors, or without that by the validation loss, or by the loss.</summary>
    /// <exception cref="InvalidOperationException">No epoch was trained, or none whose monitored value is a number.</exception>
    public EpochReport Best => _reports.FindLast(report => report.IsBest)
        ?? throw new InvalidOperationException("There is no best epoch: none was trained, or the monitored value was never a number.");

    /// <summary>Whether early stopping, or a callback, ended training before the last epoch.</summary>
    public bool StoppedEarly { get; internal set; }

    /// <inheritdoc/>
    public IEnumerator<EpochReport> GetEnumerator() => _reports.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(EpochReport report) => _reports.Add(report);
}
