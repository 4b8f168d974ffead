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
    public int Floats(int batch) => Limits.Pad(checked((int)Math.Min(int.MaxValue, (long)Rows.At(batch) * Pitch)));

    /// <summary>True for a weight, whose logical <c>[units,in]</c> is stored as <c>[in,units]</c>.</summary>
    public bool Transposed { get; init; }

    /// <summary>The parameter whose offset this shares; null for what is no parameter, state or gradient.</summary>
    public string? Parameter { get; init; }

    /// <summary>What the value is to a step, whatever its layer: <c>weight</c>, <c>y</c>, <c>dy</c>; equal steps have equal ones.</summary>
    public string Role { get; init; } = "y";
}
