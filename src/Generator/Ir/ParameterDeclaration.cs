namespace StaticNet.Generator.Ir;

/// <summary>What a stored tensor is to the optimizer; the names are the runtime's.</summary>
internal enum ParameterKind
{
    Weight,
    Bias,
    Norm,
    State,
}

/// <summary>A tensor that the network stores: its full name (<c>dense1.weight</c>), logical shape and how it starts.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Shape">The logical shape, units first.</param>
/// <param name="Kind">What it is to the optimizer.</param>
/// <param name="Init">How it starts.</param>
/// <param name="Scale">A factor on its initial values.</param>
/// <param name="Inputs">How many inputs a unit has, where the shape does not tell: of a bias those of its weight.</param>
internal sealed record ParameterDeclaration(string Name, Shape Shape, ParameterKind Kind, Init Init, double Scale, int? Inputs = null)
{
    /// <summary>The row that starts as zeros, whatever the others do; null for none.</summary>
    public int? ZeroRow { get; init; }

    /// <summary>The channels of the image that its last axis is, if it lies with them innermost; else 1.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Whether training moves it, unless it is a state.</summary>
    public Trainable Trainable { get; init; }

    /// <summary>Whether it has a gradient.</summary>
    public bool IsTrained => Kind != ParameterKind.State && Trainable != Trainable.Never;

    /// <summary>The layer's name; what is before the last point unless it is given.</summary>
    public string Layer { get; init; } = Name.Substring(0, Math.Max(0, Name.LastIndexOf('.')));

    /// <summary>The name within the layer, PyTorch's: <c>weight</c>, <c>out_proj.weight</c>.</summary>
    public string Leaf => Name.Substring(Layer.Length + 1);

    public int Count => Shape.Count.Size;

    /// <summary>How many inputs a unit has: the product of all extents but the first.</summary>
    public int FanIn => Inputs is { } inputs ? inputs : Shape.Rank < 2 ? Count : Shape.Span(1, Shape.Rank).Size;

    /// <summary>How many units an input has.</summary>
    public int FanOut => Shape.Rank < 2 ? Count : Shape[0].Size * Shape.Span(2, Shape.Rank).Size;
}
