using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>The two orders of an image's axes: <c>[n,C,H,W]</c>, in which layers and callers see it, and <c>[n,H,W,C]</c>, in which kernels do.</summary>
internal static class Images
{
    /// <summary><c>[n,H,W,C] → [n,C,H,W]</c>, as an order of axes.</summary>
    public static int[] ToFirst(int rank) => [0, rank - 1, .. Enumerable.Range(1, rank - 2)];

    /// <summary><c>[n,C,H,W] → [n,H,W,C]</c>, as an order of axes.</summary>
    public static int[] ToLast(int rank) => [0, .. Enumerable.Range(2, rank - 2), 1];

    public static Shape First(Shape image) => new([.. ToFirst(image.Rank).Select(axis => image[axis])]);

    public static Shape Last(Shape image) => new([.. ToLast(image.Rank).Select(axis => image[axis])]);
}
