using System.ComponentModel;
using System.Diagnostics;

namespace StaticNet;

/// <summary>The tensors of a network in storage order: trained parameters, then those never trained, then state.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterTable
{
    private readonly ParameterEntry[] _entries;

    /// <param name="entries">By ascending offset, trained ones first, state last, names unique.</param>
    public ParameterTable(params ParameterEntry[] entries)
    {
        _entries = entries;
        Debug.Assert(IsOrdered(entries), "entries ascend without overlap, and state comes last");
        TrainableLength = -1;
        foreach (ParameterEntry entry in entries)
        {
            if (entry.Kind != ParameterKind.State)
                ParameterCount += entry.Count;
            if (!entry.IsTrained && TrainableLength < 0)
                TrainableLength = entry.Offset;
        }
        Length = entries.Length == 0 ? 0 : entries[^1].Offset + entries[^1].Length;
        if (TrainableLength < 0)
            TrainableLength = Length;
    }

    /// <summary>All entries, state included.</summary>
    public ReadOnlySpan<ParameterEntry> Entries => _entries;

    public int Count => _entries.Length;

    /// <summary>Every entry's name.</summary>
    internal IEnumerable<string> Names => _entries.Select(entry => entry.Name);

    public ParameterEntry this[int index] => _entries[index];

    /// <summary>Logical floats of parameters, those never trained included.</summary>
    public int ParameterCount { get; }

    /// <summary>Stored floats before the first that is never trained: what the optimizer walks.</summary>
    public int TrainableLength { get; }

    /// <summary>Stored floats, state included.</summary>
    public int Length { get; }

    /// <summary>Whether a training step replaces some of them: running statistics.</summary>
    internal bool HasState => _entries.Length > 0 && _entries[^1].Kind == ParameterKind.State;

    /// <summary>The index of a name; −1 if there is none.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Name == name)
                return i;
        }
        return -1;
    }

    private static bool IsOrdered(ParameterEntry[] entries)
    {
        for (int i = 1; i < entries.Length; i++)
        {
            ParameterEntry before = entries[i - 1], entry = entries[i];
            if (entry.Offset < before.Offset + before.Length || Rank(before) > Rank(entry))
                return false;
            for (int j = 0; j < i; j++)
            {
                if (entries[j].Name == entry.Name)
                    return false;
            }
        }
        return true;

        static int Rank(ParameterEntry entry) => entry.Kind == ParameterKind.State ? 2 : entry.IsTrained ? 0 : 1;
    }
}
