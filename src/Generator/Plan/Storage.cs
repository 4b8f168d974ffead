using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>Which memory a stored value lies in.</summary>
internal enum Region
{
    /// <summary>The caller's span of inputs, without padding.</summary>
    Input,

    /// <summary>The network's parameters and states.</summary>
    Parameters,

    /// <summary>Numbers known to the compiler, part of the assembly.</summary>
    Constants,

    /// <summary>The gradients, laid out as the parameters are.</summary>
    Gradients,

    /// <summary>The arena of the program.</summary>
    Arena,

    /// <summary>In a body: what a step is given, wherever the scan finds it.</summary>
    Argument,

    /// <summary>In a body: what a step makes for later steps or for readers outside, wherever the scan wants it.</summary>
    Result,
}

/// <summary>Where a value lies: rows of <paramref name="Columns"/> elements, <paramref name="Pitch"/> floats apart; the padding is zero.</summary>
/// <param name="Name">The name of the value in its program, after its layer: <c>dense1Weight</c>, <c>relu1</c>.</param>
/// <param name="Region">The memory.</param>
/// <param name="Rows">How many rows are stored; padded ones included.</param>
/// <param name="Columns">The elements of a row.</param>
/// <param name="Pitch">The floats from one row to the next.</param>
internal sealed record Storage(string Name, Region Region, Dim Rows, int Columns, int Pitch)
{
    /// <summary>The floats that it takes for a batch, padded to a block.</summary>
    public int Floats(int batch) => Limits.Pad(checked((int)Exact(batch)));

    /// <summary>The floats that it takes for a batch, however many they are.</summary>
    public double Exact(int batch) => (double)Rows.Size * (Rows.PerSample ? batch : 1) * Pitch;

    /// <summary>The same floats in rows as an alias of the value has them; where those are longer or shorter, neither has padding.</summary>
    public Storage As(Matrix matrix) =>
        matrix.Columns == Columns ? this : this with { Rows = matrix.Rows, Columns = matrix.Columns, Pitch = matrix.Columns };

    /// <summary>The logical axes in the order of memory, outermost first; empty for the order of the shape.</summary>
    public ImmutableArray<int> Order { get; init; } = [];

    /// <summary>The parameter whose offset this shares; null for what is no parameter, state or gradient.</summary>
    public string? Parameter { get; init; }

    /// <summary>The name of the parameter in which the caller gives it; null for what a program computes or stores.</summary>
    public string? Given { get; init; }

    /// <summary>What the value is to a step, whatever its layer: <c>weight</c>, <c>y</c>, <c>dy</c>; equal steps have equal ones.</summary>
    public string Role { get; init; } = "y";

    /// <summary>The floats from one index to the next, for each axis of the value's shape. Axes outside the batch step over the samples that are there.</summary>
    public ImmutableArray<Stride> Strides(Shape shape)
    {
        int[] order = Order.IsEmpty ? [.. Enumerable.Range(0, shape.Rank)] : [.. Order];
        var strides = new Stride[shape.Rank];
        Stride stride = 1;
        for (int i = shape.Rank - 1; i >= 0; i--)
        {
            // Behind the columns come rows; one number a sample is a row of its own.
            bool isColumn = i == shape.Rank - 1 && !shape[order[i]].PerSample;
            if (i == shape.Rank - 1 && !isColumn)
                stride = Pitch;
            strides[order[i]] = stride;
            stride = isColumn ? Pitch : stride.Around(shape[order[i]]);
        }

        return [.. strides];
    }
}
