namespace StaticNet.Data;

/// <summary>Samples in memory: an input and a target each, row by row, as a network's <c>Batches</c> takes them.</summary>
/// <typeparam name="TInput">The element of inputs.</typeparam>
/// <typeparam name="TTarget">The element of targets.</typeparam>
public sealed class DataSet<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <param name="inputs">All inputs, one after another.</param>
    /// <param name="targets">All targets, one after another.</param>
    /// <param name="count">Samples.</param>
    /// <exception cref="ArgumentException">Inputs or targets do not make as many equal rows.</exception>
    public DataSet(TInput[] inputs, TTarget[] targets, int count)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (Inputs, Targets, Count) = (inputs, targets, count);
        InputLength = RowLength(inputs.Length, count, nameof(inputs));
        TargetLength = RowLength(targets.Length, count, nameof(targets));
    }

    /// <summary>All inputs, <c>[n,InputLength]</c>.</summary>
    public TInput[] Inputs { get; }

    /// <summary>All targets, <c>[n,TargetLength]</c>.</summary>
    public TTarget[] Targets { get; }

    /// <summary>Samples.</summary>
    public int Count { get; }

    /// <summary>Elements of one input.</summary>
    public int InputLength { get; }

    /// <summary>Elements of one target.</summary>
    public int TargetLength { get; }

    /// <summary>The input of a sample.</summary>
    public Span<TInput> Input(int row) => Inputs.AsSpan(row * InputLength, InputLength);

    /// <summary>The target of a sample.</summary>
    public Span<TTarget> Target(int row) => Targets.AsSpan(row * TargetLength, TargetLength);

    /// <summary>Copies of the samples at the given rows, in their order.</summary>
    /// <exception cref="ArgumentException">There are none: a data set has at least one sample.</exception>
    public DataSet<TInput, TTarget> Select(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
            throw new ArgumentException("There are no rows to select: give this part a share of the samples.", nameof(rows));
        var inputs = new TInput[rows.Length * InputLength];
        var targets = new TTarget[rows.Length * TargetLength];
        for (int i = 0; i < rows.Length; i++)
        {
            Input(rows[i]).CopyTo(inputs.AsSpan(i * InputLength));
            Target(rows[i]).CopyTo(targets.AsSpan(i * TargetLength));
        }

        return new(inputs, targets, rows.Length);
    }

    /// <summary>The parts to train on and to test with; a validation part is left out.</summary>
    public (DataSet<TInput, TTarget> Training, DataSet<TInput, TTarget> Test) InTwo(DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return (Select(split.Training), Select(split.Test));
    }

    /// <summary>The parts to train on, to choose by, and to test with.</summary>
    public (DataSet<TInput, TTarget> Training, DataSet<TInput, TTarget> Validation, DataSet<TInput, TTarget> Test) InThree(DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return (Select(split.Training), Select(split.Validation), Select(split.Test));
    }

    private static int RowLength(int length, int count, string name) => length > 0 && length % count == 0
        ? length / count
        : throw new ArgumentException($"{name} has {length} elements, which is no whole number for each of {count} samples: pass equal rows, one after another.", name);
}
