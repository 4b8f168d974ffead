namespace StaticNet;

/// <summary>
/// Declares an input of the network: the shape of one sample, 1 to 3 extents, row-major, channels first. The layer after it reads it; others name it
/// in <c>From</c>. Of several inputs each has a <see cref="Name"/>.
/// </summary>
/// <param name="shape">The extents of one sample; the batch is not among them.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(params int[] shape) : Attribute
{
    /// <summary>The extents of one sample.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>The input's name, a C# identifier; by default <c>input</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The type of its elements. Whole numbers are read by layers that take such; others refuse them.</summary>
    public Element Type { get; init; }

    /// <summary>
    /// What a byte is multiplied by. Where this, <see cref="Mean"/> or <see cref="Std"/> is set, the network takes bytes beside floats and makes
    /// <c>(x·Scale − Mean)/Std</c> of them while copying; by default 1/255.
    /// </summary>
    public double Scale { get; init; } = 1 / 255.0;

    /// <summary>What is subtracted from a scaled byte: one number, or one a channel (the first extent); by default 0.</summary>
    public double[] Mean { get; init; } = [0];

    /// <summary>What the difference is divided by: one number, or one a channel; by default 1.</summary>
    public double[] Std { get; init; } = [1];
}
