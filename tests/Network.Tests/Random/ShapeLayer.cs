namespace StaticNet.Network.Tests.Random;

/// <summary>A random layer that moves, drops or normalises what it reads, as its shape allows.</summary>
/// <param name="Attribute">The layer, as its attribute is written.</param>
/// <param name="Shape">What it gives, without the batch.</param>
internal sealed record ShapeLayer(string Attribute, int[] Shape)
{
    // Of few values a normalisation gives remainders of ε/σ², whatever computes them.
    public const int Enough = 4;

    // Places beyond which nothing grows any more.
    private const int Small = 64;

    public static ShapeLayer Of(System.Random random, int[] shape)
    {
        if (shape.Length == 3 && random.Next(2) == 0)
            return OfImage(random, shape[0], shape[1], shape[2]);
        if (shape.Length == 2 && random.Next(3) == 0)
            return OfSequence(random, shape[0], shape[1]);
        if (shape.Length > 1 && random.Next(2) == 0)
        {
            int[] order = [.. Enumerable.Range(1, shape.Length)];
            random.Shuffle(order);
            return new($"Permute({string.Join(", ", order)})", [.. order.Select(axis => shape[axis - 1])]);
        }

        int along = random.Next(shape.Length), step = Math.Min(1 + random.Next(2), Math.Max(1, shape[along] - 1)), start = random.Next(shape[along]);
        int length = 1 + random.Next((shape[along] - 1 - start) / step + 1);
        string slice = random.Next(3) == 0
            ? $"Slice({along + 1}, {start + (length - 1) * step}, {length}, Step = {-step})"
            : $"Slice({along + 1}, {start}, {length}, Step = {step})";
        return new(slice, [.. shape.Select((extent, axis) => axis == along ? length : extent)]);
    }

    private static ShapeLayer OfSequence(System.Random random, int length, int channels)
    {
        int[] same = [length, channels];
        switch (random.Next(6))
        {
            case < 2 when length <= Small:
                return new($"UpSample1D({Larger(random)})", [2 * length, channels]);
            case 2:
                return new("SpatialDropout(0.25)", same);
            case 3 when length >= Enough:
                return new("InstanceNorm(Epsilon = 0.1, Affine = true)", same);
            case 4 when channels * length >= 2 * Enough:
                return new($"GroupNorm({Groups(channels, length)}, Epsilon = 0.1)", same);
            default:
                return new("ZeroPad1D(2, 1)", [length + 3, channels]);
        }
    }

    // As many groups as leave enough places in each.
    private static int Groups(int channels, int places) =>
        Enumerable.Range(1, channels).Last(g => channels % g == 0 && channels / g * places >= Enough);

    private static string Larger(System.Random random) => random.Next(3) switch
    {
        0 => "2",
        1 => "2, Mode = Interpolation.Linear",
        _ => "2, Mode = Interpolation.Linear, AlignCorners = true",
    };

    private static ShapeLayer OfImage(System.Random random, int channels, int height, int width)
    {
        int[] same = [channels, height, width];
        switch (random.Next(6))
        {
            case 4 when height * width <= Small:
                return new($"UpSample2D({Larger(random)})", [channels, 2 * height, 2 * width]);
            case 0:
                int factor = channels % 4 == 0 ? 2 : 1;
                return new($"PixelShuffle({factor})", [channels / (factor * factor), factor * height, factor * width]);
            case 1:
                return new("SpatialDropout(0.25)", same);
            case 2 when height * width >= Enough:
                return new("InstanceNorm(Epsilon = 0.1, Affine = true)", same);
            case 3 when channels * height * width >= 2 * Enough:
                return new($"GroupNorm({Groups(channels, height * width)}, Epsilon = 0.1)", same);
            default:
                return new("ZeroPad2D(1, 0, 0, 2)", [channels, height + 1, width + 2]);
        }
    }
}
