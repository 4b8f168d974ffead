using StaticNet.Data.Augmentation;
using StaticNet.Oracle;

namespace StaticNet.Data.Tests.Augmentation;

public class AugmentationTests
{
    private const int Images = 24;
    private const ulong Seed = 7;
    private static readonly int[] Rows = [.. Enumerable.Range(0, Images).Select(i => 5 * i + 3)];

    public static TheoryData<string> Names => [.. References.All().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_what_its_reference_does(string name)
    {
        AugmentationCase one = References.All().Single(one => one.Name == name);
        foreach (ImageShape shape in one.ColoursAlone ? [References.Colours] : new[] { References.Colours, References.Grey })
        {
            float[] before = Pixels(shape), after = [.. before];
            one.On(shape, Seed)(after, Rows, epoch: 2);
            for (int i = 0; i < Images; i++)
            {
                var random = new RandomStream(Seed, 2, Rows[i]);
                double[] expected = one.Reference(Picture.Of(shape, before.AsSpan(i * shape.Length, shape.Length)), ref random).Values;
                for (int place = 0; place < shape.Length; place++)
                    Assert.InRange(after[i * shape.Length + place], expected[place] - 2e-5, expected[place] + 2e-5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_allocates_nothing(string name)
    {
        AugmentationCase one = References.All().Single(one => one.Name == name);
        Change change = one.On(References.Colours, Seed);
        float[] images = Pixels(References.Colours);
        int epoch = 0;

        // The first calls compile.
        for (; epoch < 3; epoch++)
            change(images, Rows, epoch);
        Assert.Equal(0, Allocated.By(() => change(images, Rows, epoch++), 5));
    }

    [Fact]
    public void Every_augmentation_has_a_reference() => Assert.Equal(
        typeof(IAugmentation).Assembly.GetTypes().Where(type => type.IsValueType && typeof(IAugmentation).IsAssignableFrom(type)).Select(type => type.Name).Order(),
        References.All().Select(one => one.Type.Name).Distinct().Order());

    [Fact]
    public void Draws_are_a_function_of_seed_epoch_and_row()
    {
        Augmenter<Affine> augmenter = new Affine(30, 0.1).On(References.Grey, Seed);
        int length = References.Grey.Length;
        float[] together = Pixels(References.Grey), alone = [.. together], otherEpoch = [.. together], otherSeed = [.. together];
        augmenter.Apply(together, Rows, 4);

        // Backwards, one at a time, with others between: the same bits.
        for (int i = Images - 1; i >= 0; i--)
        {
            augmenter.Apply(new float[length], [999], 1);
            augmenter.Apply(alone.AsSpan(i * length, length), [Rows[i]], 4);
        }

        Assert.Equal(together, alone);
        augmenter.Apply(otherEpoch, Rows, 5);
        new Affine(30, 0.1).On(References.Grey, Seed + 1).Apply(otherSeed, Rows, 4);

        // The first three have one colour each.
        for (int i = 3; i < Images; i++)
        {
            Assert.False(together.AsSpan(i * length, length).SequenceEqual(otherEpoch.AsSpan(i * length, length)));
            Assert.False(together.AsSpan(i * length, length).SequenceEqual(otherSeed.AsSpan(i * length, length)));
        }
    }

    [Fact]
    public void Probabilities_hold()
    {
        const int Many = 4000;
        ImageShape dot = new(1, 1, 2);
        float[] flipped = new float[2 * Many], chosen = new float[2 * Many];
        for (int i = 0; i < Many; i++)
            flipped[2 * i] = 1;
        int[] rows = [.. Enumerable.Range(0, Many)];
        new HorizontalFlip().Sometimes(0.3).On(dot).Apply(flipped, rows, 0);
        Assert.InRange(flipped.Where((_, i) => i % 2 == 1).Sum() / Many, 0.27, 0.33);

        Augment.OneOf(new Erasing(1, 1, 2, 2, 1), new Erasing(1, 1, 2, 2, 2), new Erasing(1, 1, 2, 2, 3)).On(dot).Apply(chosen, rows, 0);
        foreach (float value in new[] { 1, 2, 3 })
            Assert.InRange(chosen.Count(pixel => pixel == value) / (2.0 * Many), 0.30, 0.37);
    }

    [Fact]
    public void Boxes_keep_to_their_areas_and_ratios_and_reach_every_edge()
    {
        ImageShape shape = new(1, 40, 50);
        var boxes = new List<Box>();
        for (int row = 0; row < 2000; row++)
        {
            var random = new RandomStream(1, 0, row);
            if (Box.Draw(shape, 0.1, 0.4, 0.5, 2, ref random) is { } box)
                boxes.Add(box);
        }

        Assert.InRange(boxes.Count, 1990, 2000);
        Assert.All(boxes, box =>
        {
            Assert.InRange(box.Width * box.Height / 2000.0, 0.09, 0.42);
            Assert.InRange((double)box.Width / box.Height, 0.45, 2.2);
        });
        Assert.Equal((0, 0), (boxes.Min(box => box.Left), boxes.Min(box => box.Top)));
        Assert.Equal((50, 40), (boxes.Max(box => box.Left + box.Width), boxes.Max(box => box.Top + box.Height)));
        Assert.InRange(boxes.Average(box => box.Width * box.Height / 2000.0), 0.24, 0.26);
    }

    [Fact]
    public void Settings_that_are_none_are_told()
    {
        Refused("Degrees is 200, but goes from 0 to 180.", new Rotation(200));
        Refused("Scales from 0 to 1 are none: give two numbers in order, from 0.01 to 100.", new Affine(MinScale: 0));
        Refused("Shift is NaN", new Affine(Shift: double.NaN));
        Refused("Padding is 9, but goes from 0 to 8.", new RandomCrop(9));
        Refused("Areas from 0.5 to 0.4", new RandomResizedCrop(0.5, 0.4));
        Refused("Ratios from 2 to 1", new Erasing(MinRatio: 2, MaxRatio: 1));
        Refused("Amount is -1", new Brightness(-1));
        Refused("Hue changes images with 3 channels, red, green and blue, but these have the shape [1,8,10]: leave it out.", new Hue(0.1));
        Refused("Saturation changes images with 3 channels", new HorizontalFlip().Then(new Saturation(0.1)));
        Refused("Kernel is 4, but has a pixel in its middle", new GaussianBlur(4));
        Refused("Kernel is 17, but goes from 1 to 15.", new GaussianBlur(17));
        Refused("Sigmas from 0 to 2", new GaussianBlur(3, 0));
        Refused("Deviation is -1", new Noise(-1));
        Refused("Std is 0", new Normalization([0], [0]));
        Refused("Mean has 3 numbers, but images of [1,8,10] take one, or 1.", new Normalization([0, 0, 0], [1]));
        Refused("Mean has 0 numbers", default(Normalization));
        Refused("Probability is 1.5", new HorizontalFlip().Sometimes(1.5));
        Refusal.Of<ArgumentException>("81 numbers are not 1 image of [1,8,10]: pass 80.", () => new HorizontalFlip().On(References.Grey).Apply(new float[81], [0], 0));
        Refusal.Of<ArgumentException>("An image of [1,0,3] has no pixels", () => new HorizontalFlip().On(new(1, 0, 3)));
    }

    private static void Refused<A>(string message, A augmentation)
        where A : struct, IAugmentation => Refusal.Of<ArgumentException>(message, () => augmentation.On(References.Grey));

    private static float[] Pixels(ImageShape shape)
    {
        var pixels = new float[Images * shape.Length];
        var random = new Random(3);
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = random.NextSingle();

        // Places without a colour, and black and white ones.
        pixels.AsSpan(0, shape.Length).Fill(0.5f);
        pixels.AsSpan(shape.Length, shape.Length).Clear();
        pixels.AsSpan(2 * shape.Length, shape.Length).Fill(1);
        return pixels;
    }
}
