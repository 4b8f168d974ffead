namespace StaticNet.Generator.Ir;

/// <summary>What a loss compares an output with.</summary>
internal sealed record Target(Shape Shape, Element Element)
{
    /// <summary>The number of classes, for a target of class indices.</summary>
    public int? Classes { get; private init; }

    /// <summary>Whether the numbers are from 0 to 1.</summary>
    public bool IsProbability { get; private init; }

    /// <summary>Whether of the elements of a row of the output one is right: classes that exclude each other.</summary>
    public bool IsOneOfClasses { get; private init; }

    /// <summary>Any numbers.</summary>
    public static Target Numbers(Shape shape) => new(shape, Element.Float32);

    /// <summary>Numbers from 0 to 1.</summary>
    public static Target Probabilities(Shape shape) => new(shape, Element.Float32) { IsProbability = true };

    /// <summary>Numbers from 0 to 1 that say how likely each of the classes of a row is.</summary>
    public static Target Distributions(Shape shape) => new(shape, Element.Float32) { IsProbability = true, IsOneOfClasses = true };

    /// <summary>A class index for each row of numbers, one a class: <c>[n,classes]</c> gives <c>[n]</c>, <c>[n,t,classes]</c> gives <c>[n,t]</c>.</summary>
    public static Target Indices(Shape output) =>
        new(new(output.Dims.RemoveAt(output.Rank - 1)), Element.Int32) { Classes = output[output.Rank - 1].Size, IsOneOfClasses = true };
}
