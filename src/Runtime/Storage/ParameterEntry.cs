using System.ComponentModel;
using System.Diagnostics;
using StaticNet.Storage;

namespace StaticNet;

/// <summary>One stored tensor of a network: name and logical shape (PyTorch's), and where and how the compiler stores it.</summary>
/// <remarks>Made by generated code. The arguments are the compiler's and only asserted.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterEntry
{
    /// <summary>Every tensor starts at a multiple of 16 floats, one cache line.</summary>
    internal const int Alignment = 16;

    private readonly int[] _shape;

    /// <param name="name">Layer and leaf: <c>dense1.weight</c>.</param>
    /// <param name="shape">The logical shape, at most six extents.</param>
    /// <param name="offset">Floats from the first aligned float of the store; a multiple of 16.</param>
    /// <param name="length">Stored floats, padding included.</param>
    /// <param name="layout">Where a logical index lies within them.</param>
    /// <param name="kind">What the tensor is to its layer.</param>
    /// <param name="init">How it starts.</param>
    /// <param name="scale">What the initial values are multiplied by.</param>
    /// <param name="fanIn">Inputs that one output sums over.</param>
    /// <param name="fanOut">Outputs that one input contributes to.</param>
    /// <param name="zeroRow">The row along the first axis that starts as zeros; −1 for none.</param>
    /// <param name="trainable">Whether training moves it, unless it is a state.</param>
    /// <param name="layer">The layer's name; what is before the last point unless it is given.</param>
    public ParameterEntry(
        string name, int[] shape, int offset, int length, TensorLayout layout,
        ParameterKind kind, Init init, double scale, int fanIn, int fanOut, int zeroRow = -1, Trainable trainable = Trainable.Always, string? layer = null)
    {
        Name = name;
        _shape = shape;
        Offset = offset;
        Length = length;
        Layout = layout;
        Kind = kind;
        Init = init;
        Scale = scale;
        FanIn = fanIn;
        FanOut = fanOut;
        ZeroRow = zeroRow;
        Layer = layer ?? name[..Math.Max(0, name.LastIndexOf('.'))];
        Trainable = trainable;
        Count = 1;
        foreach (int extent in shape)
            Count *= extent;
        Debug.Assert(offset >= 0 && offset % Alignment == 0, "a tensor starts at a cache line");
        Debug.Assert(shape.Length <= LayoutRuns.MaxRank && layout.Rank == shape.Length, "one stride for each axis, at most six");
        Debug.Assert(zeroRow < 0 || zeroRow < shape[0], "the row is one of the tensor's");
        Debug.Assert(layout.Last(shape) < length, "the layout stays within the tensor");
    }

    /// <summary>Layer and leaf, as in files: <c>dense1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The layer's name: <c>dense1</c>; of a nested layer <c>block1.dense1</c>.</summary>
    public string Layer { get; }

    /// <summary>The logical shape.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>Logical floats: the product of the shape.</summary>
    public int Count { get; }

    /// <summary>Floats from the first aligned float of the store.</summary>
    public int Offset { get; }

    /// <summary>Stored floats, padding included.</summary>
    public int Length { get; }

    /// <summary>Where a logical index lies.</summary>
    public TensorLayout Layout { get; }

    public ParameterKind Kind { get; }

    public Init Init { get; }

    /// <summary>What the initial values are multiplied by.</summary>
    public double Scale { get; }

    public int FanIn { get; }

    public int FanOut { get; }

    /// <summary>The row along the first axis that starts as zeros; −1 for none.</summary>
    public int ZeroRow { get; }

    /// <summary>Whether training moves it, unless it is a state.</summary>
    public Trainable Trainable { get; }

    /// <summary>Whether it has a gradient.</summary>
    public bool IsTrained => Kind != ParameterKind.State && Trainable != Trainable.Never;
}
