using CsCheck;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>Shapes of one, of primes and of multiples of the batch, which at most one axis carries.</summary>
internal static class RandomShapes
{
    private static readonly Gen<int> Extent = Gen.Int[0, 5].Select(i => new[] { 1, 1, 2, 3, 5, 7 }[i]);

    /// <summary>A shape of 0 to 3 axes.</summary>
    public static Gen<Shape> Shape { get; } = OfRank(0, 3);

    public static Gen<Dim> Dim { get; } = Extent.Select(size => new Dim(size));

    public static Gen<Shape> OfRank(int least, int most) =>
        Gen.Select(Extent.Array[least, most], Gen.Int[-1, most - 1], Gen.Int[1, 2]).Select((sizes, carrier, factor) =>
            new Shape([.. sizes.Select((size, axis) => axis == carrier ? new Dim(factor, true) : size)]));

    /// <summary>
    /// A shape that repeats to <paramref name="whole"/>: some leading axes away, some extents 1, as the bits of a choice say.
    /// </summary>
    public static Shape Part(Shape whole, int choice)
    {
        int dropped = choice % (whole.Rank + 1);
        choice /= 4;
        return new([.. whole.Dims.Skip(dropped).Select((dim, axis) => (choice >> axis & 1) == 0 ? dim : 1)]);
    }
}
