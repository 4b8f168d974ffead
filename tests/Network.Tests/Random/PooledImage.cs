namespace StaticNet.Network.Tests.Random;

/// <summary>A random pool over a whole image, or over its parts.</summary>
/// <param name="Attribute">The layer, as its attribute is written.</param>
/// <param name="Shape">What it gives, without the batch.</param>
internal sealed record PooledImage(string Attribute, int[] Shape)
{
    public static PooledImage Of(System.Random random, int channels)
    {
        switch (random.Next(3))
        {
            case 0:
                return new("GlobalAveragePool2D", [channels]);
            case 1:
                return new("GlobalMaxPool2D", [channels]);
            default:
                int height = 1 + random.Next(3), width = 1 + random.Next(3);
                return new($"AdaptiveAveragePool2D({height}, {width})", [channels, height, width]);
        }
    }
}
