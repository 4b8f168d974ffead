namespace StaticNet;

/// <summary>Declares the network's input: the shape of one sample, 1 to 3 extents, row-major, channels first.</summary>
/// <param name="shape">The extents of one sample; the batch is not among them.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(params int[] shape) : Attribute
{
    /// <summary>The extents of one sample.</summary>
    public int[] Shape { get; } = shape;
}
