using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>The two orders of an image's axes: <c>[n,C,H,W]</c>, in which layers and callers see it, and <c>[n,H,W,C]</c>, in which kernels do.</summary>
internal static class Images
{
    /// <summary><c>[n,H,W,C] → [n,C,H,W]</c>, as an order of axes.</summary>
    public static int[] ToFirst(int rank) => [0, rank - 1, .. Enumerable.Range(1, rank - 2)];

    /// <summary><c>[n,C,H,W] → [n,H,W,C]</c>, as an order of axes.</summary>
    public static int[] ToLast(int rank) => [0, .. Enumerable.Range(2, rank - 2), 1];

    /// <summary>The channels of the image whose elements <c>[n,C·H·W]</c> are, if kernels make it with them innermost; else 1.</summary>
    public static int ChannelsOf(Value elements) =>
        elements is { Op: Reshape, Shape.Rank: 2 } && elements.Node.Inputs[0] is { Shape.Rank: > 2 } image && IsMadeLast(image)
            && image.Shape.Span(2, image.Shape.Rank).Size > 1 ? image.Shape[1].Size : 1;

    /// <summary><c>[n,C·P] → [n,P·C]</c>.</summary>
    public static Value ChannelsLast(this IBuilder net, Value elements, int channels) =>
        channels == 1 ? elements : net.Reshape(net.ImageLast(elements, channels), elements.Shape);

    /// <summary>The image that the elements <c>[n,C·P]</c> are, with its channels innermost.</summary>
    public static Value ImageLast(this IBuilder net, Value elements, int channels)
    {
        bool isImage = elements.Op is Reshape && elements.Node.Inputs[0].Shape is { Rank: > 2 } shape && shape[1] == channels;
        Value image = isImage ? elements.Node.Inputs[0] : net.Reshape(elements, new(elements.Shape[0], channels, elements.Shape[1].Size / channels));
        return net.Permute(image, ToLast(image.Shape.Rank));
    }

    // What a convolution or a pool makes, and maps of that.
    private static bool IsMadeLast(Value image) => image.Op is Conv or Pool
        || (image.Op is Map or Stop && image.Node.Inputs.Any(v => v.Shape.Equals(image.Shape) && IsMadeLast(v)));

    public static Shape First(Shape image) => new([.. ToFirst(image.Rank).Select(axis => image[axis])]);

    public static Shape Last(Shape image) => new([.. ToLast(image.Rank).Select(axis => image[axis])]);
}
