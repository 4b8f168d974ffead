namespace StaticNet;

/// <summary>
/// The moving average of a trainer's weights (<see cref="Optimizer.EmaDecay"/>): for evaluation by <see cref="Swap"/>, for another network by
/// <see cref="CopyTo"/>, as a file by <see cref="Save"/>. State, such as running statistics, is the network's own.
/// </summary>
public sealed class WeightAverage
{
    private readonly Workspace _workspace;
    private readonly ParameterStore _parameters;
    private readonly Optimizer _optimizer;

    internal WeightAverage(Workspace workspace, ParameterStore parameters, Optimizer optimizer) =>
        (_workspace, _parameters, _optimizer) = (workspace, parameters, optimizer);

    /// <summary>Whether the network holds the average now, and the average's place the weights.</summary>
    public bool IsSwapped { get; private set; }

    /// <summary>
    /// Exchanges the network's weights with the average, in place: <c>Predict</c>, <c>Save</c> and views use the average until the next call,
    /// and whatever would write them, a trainer or <c>Load</c>, is refused, since the next call would take it for the average.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no average yet.</exception>
    public void Swap()
    {
        _workspace.Enter();
        try
        {
            RequireAverage();
            if (!IsSwapped)
                _parameters.RequireWeights();
            _parameters.EnterWrite();
            try
            {
                MovingAverage.Swap(ref _parameters.Origin, ref _optimizer.State[^1].Origin, _parameters.Table.TrainableLength);
                IsSwapped = _parameters.HoldsAverage = !IsSwapped;
            }
            finally
            {
                _parameters.ExitWrite();
            }
        }
        finally
        {
            _workspace.Exit();
        }
    }

    /// <summary>Copies the average to <paramref name="target"/>, and state with it: to another network of the same layers, or to this one's.</summary>
    /// <param name="target">The <c>Parameters</c> of a network with the same tensors.</param>
    /// <exception cref="InvalidOperationException">There is no average yet, or it is swapped.</exception>
    /// <exception cref="ArgumentException">The tensors are others; nothing has changed.</exception>
    public void CopyTo(ParameterStore target)
    {
        ArgumentNullException.ThrowIfNull(target);
        _workspace.Enter();
        try
        {
            RequireAverage();
            _parameters.RequireWeights();
            target.RequireWeights();
            RequireSame(target.Table);
            float[][] values = [.. target.Table.Entries.ToArray().Select(entry => View(_parameters.Table.IndexOf(entry.Name)).ToArray())];
            target.EnterWrite();
            try
            {
                for (int i = 0; i < values.Length; i++)
                    target[i].CopyFrom(values[i]);
            }
            finally
            {
                target.ExitWrite();
            }
        }
        finally
        {
            _workspace.Exit();
        }
    }

    /// <summary>Writes the average, and the network's state, as a safetensors file that the network loads: whole, or not at all.</summary>
    /// <exception cref="InvalidOperationException">There is no average yet, or it is swapped.</exception>
    /// <exception cref="SafetensorsException">The file cannot be written.</exception>
    public void Save(string path)
    {
        var copy = new ParameterStore(_parameters.Table);
        CopyTo(copy);
        copy.Save(path);
    }

    private void RequireAverage()
    {
        if (_optimizer.Steps == 0)
            throw new InvalidOperationException("There is no moving average of the weights before the first step: take one.");
    }

    private void RequireSame(ParameterTable target)
    {
        bool same = target.Count == _parameters.Table.Count;
        for (int i = 0; same && i < target.Count; i++)
        {
            int index = _parameters.Table.IndexOf(target[i].Name);
            same = index >= 0 && _parameters.Table[index].Shape.SequenceEqual(target[i].Shape);
        }
        if (!same)
            throw new ArgumentException("The target has other tensors: give the Parameters of a network with the same layers.", nameof(target));
    }

    private ParameterView View(int index)
    {
        ParameterEntry entry = _parameters.Table[index];
        Slot average = _optimizer.State[^1];
        return !entry.IsTrained ? _parameters[index] : new ParameterView(average.Values, average.Base + entry.Offset, entry);
    }
}
