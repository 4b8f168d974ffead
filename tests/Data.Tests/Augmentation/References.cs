using StaticNet.Data.Augmentation;

namespace StaticNet.Data.Tests.Augmentation;

/// <summary>What an augmentation is to do with the draws of a stream.</summary>
internal delegate Picture Reference(Picture x, ref RandomStream random);

/// <summary>Each augmentation, and a plain computation of the same.</summary>
internal static class References
{
    public static readonly ImageShape Colours = new(3, 9, 7);
    public static readonly ImageShape Grey = new(1, 8, 10);

    public static IEnumerable<AugmentationCase> All()
    {
        yield return Of("horizontal flip", new HorizontalFlip(), (Picture x, ref RandomStream _) => x.Make((c, i, j) => x[c, i, x.Shape.Width - 1 - j]));
        yield return Of("vertical flip", new VerticalFlip(), (Picture x, ref RandomStream _) => x.Make((c, i, j) => x[c, x.Shape.Height - 1 - i, j]));
        yield return Of("rotation", new Rotation(40), (Picture x, ref RandomStream random) => x.Warp(random.Uniform(-40, 40), 1, 0, 0, 0, 0));
        yield return Of("any rotation", new Rotation(180, 0.3f), (Picture x, ref RandomStream random) => x.Warp(random.Uniform(-180, 180), 1, 0, 0, 0, 0.3f));
        yield return Of("affine", new Affine(30, 0.2, 0.7, 1.4, 25, 0.5f), (Picture x, ref RandomStream random) => x.Warp(
            random.Uniform(-30, 30), random.Uniform(0.7, 1.4), random.Uniform(-25, 25), random.Uniform(-0.2, 0.2) * x.Shape.Width,
            random.Uniform(-0.2, 0.2) * x.Shape.Height, 0.5));
        yield return Of("random crop", new RandomCrop(3, 0.25f), (Picture x, ref RandomStream random) =>
        {
            (int down, int right) = (random.Below(7) - 3, random.Below(7) - 3);
            return x.Make((c, i, j) => x.At(c, i + down, j + right, 0.25));
        });
        yield return Of("random resized crop", new RandomResizedCrop(0.2), (Picture x, ref RandomStream random) =>
        {
            if (Box.Draw(x.Shape, 0.2, 1, 3 / 4.0, 4 / 3.0, ref random) is not { } box)
                return x;
            return x.Make((c, i, j) => x.At(
                c, box.Top + Math.Clamp((i + 0.5) / x.Shape.Height * box.Height - 0.5, 0, box.Height - 1),
                box.Left + Math.Clamp((j + 0.5) / x.Shape.Width * box.Width - 0.5, 0, box.Width - 1), 0));
        });
        yield return Of("erasing", new Erasing(Value: 0.75f), (Picture x, ref RandomStream random) =>
        {
            Box box = Box.Draw(x.Shape, 0.02, 0.33, 0.3, 3.3, ref random) ?? default;
            return x.Make((c, i, j) => i >= box.Top && i < box.Top + box.Height && j >= box.Left && j < box.Left + box.Width ? 0.75 : x[c, i, j]);
        });
        yield return Of("brightness", new Brightness(0.6), (Picture x, ref RandomStream random) =>
        {
            double factor = random.Uniform(0.4, 1.6);
            return x.Make((c, i, j) => Picture.Mix(x[c, i, j], 0, factor));
        });
        yield return Of("contrast", new Contrast(1.5), (Picture x, ref RandomStream random) =>
        {
            double factor = random.Uniform(0, 2.5);
            double mean = x.Shape.Channels == 1 ? x.Values.Average() : x.Recolour(colour => [Picture.Grey(colour), 0, 0]).Values.Take(x.Shape.Area).Average();
            return x.Make((c, i, j) => Picture.Mix(x[c, i, j], mean, factor));
        });
        yield return Of("saturation", new Saturation(0.9), (Picture x, ref RandomStream random) =>
        {
            double factor = random.Uniform(0.1, 1.9);
            return x.Recolour(colour => [.. colour.Select(part => Picture.Mix(part, Picture.Grey(colour), factor))]);
        }, coloursAlone: true);
        yield return Of("hue", new Hue(0.5), (Picture x, ref RandomStream random) =>
        {
            double turn = random.Uniform(-0.5, 0.5);
            return x.Recolour(colour => Picture.TurnHue(colour, turn));
        }, coloursAlone: true);
        yield return Of("blur", new GaussianBlur(5), (Picture x, ref RandomStream random) => x.Blur(5, random.Uniform(0.1, 2)));
        yield return Of("wide blur", new GaussianBlur(13, 2, 4), (Picture x, ref RandomStream random) => x.Blur(13, random.Uniform(2, 4)));
        yield return Of("noise", new Noise(0.2), (Picture x, ref RandomStream random) =>
        {
            var values = (double[])x.Values.Clone();
            for (int i = 0; i < values.Length; i += 2)
            {
                (double a, double b) = random.Normals();
                values[i] += 0.2 * a;
                if (i + 1 < values.Length)
                    values[i + 1] += 0.2 * b;
            }

            return x with { Values = values };
        });
        yield return Of("normalization", new Normalization([0.3], [0.5]), (Picture x, ref RandomStream _) => x.Make((c, i, j) => (x[c, i, j] - 0.3) / 0.5));
        yield return Of("normalization by channel", new Normalization([0.1, 0.2, 0.3], [1, 2, 4]),
            (Picture x, ref RandomStream _) => x.Make((c, i, j) => (x[c, i, j] - 0.1 * (c + 1)) / (1 << c)), coloursAlone: true);
        yield return Of("in order", new HorizontalFlip().Then(new Brightness(0.5)).Then(new Normalization([1], [2])), (Picture x, ref RandomStream random) =>
        {
            double factor = random.Uniform(0.5, 1.5);
            return x.Make((c, i, j) => (Picture.Mix(x[c, i, x.Shape.Width - 1 - j], 0, factor) - 1) / 2);
        });
        yield return Of("sometimes", new VerticalFlip().Sometimes(0.5), (Picture x, ref RandomStream random) =>
            random.Uniform() < 0.5 ? x.Make((c, i, j) => x[c, x.Shape.Height - 1 - i, j]) : x);
        yield return Of("one of three", Augment.OneOf(new HorizontalFlip(), new VerticalFlip(), new Erasing(1, 1, 1, 1)), (Picture x, ref RandomStream random) =>
            random.Below(3) switch
            {
                0 => x.Make((c, i, j) => x[c, i, x.Shape.Width - 1 - j]),
                1 => x.Make((c, i, j) => x[c, x.Shape.Height - 1 - i, j]),
                _ => x,
            });
        yield return Of("one of two", Augment.OneOf(new HorizontalFlip(), new VerticalFlip()), (Picture x, ref RandomStream random) =>
            random.Below(2) == 0 ? x.Make((c, i, j) => x[c, i, x.Shape.Width - 1 - j]) : x.Make((c, i, j) => x[c, x.Shape.Height - 1 - i, j]));
    }

    private static AugmentationCase Of<A>(string name, A augmentation, Reference reference, bool coloursAlone = false)
        where A : struct, IAugmentation => new(name, augmentation.GetType(), (shape, seed) => augmentation.On(shape, seed).Apply, reference, coloursAlone);
}

/// <summary>Changes images <c>[n,C,H,W]</c> by their rows and epoch.</summary>
internal delegate void Change(Span<float> images, ReadOnlySpan<int> rows, int epoch);

/// <summary>An augmentation and its reference.</summary>
internal sealed record AugmentationCase(string Name, Type Type, Func<ImageShape, ulong, Change> On, Reference Reference, bool ColoursAlone);
