namespace StaticNet.Data.Augmentation;

/// <summary>Composes augmentations: <c>new HorizontalFlip().Sometimes(0.5).Then(new RandomCrop(2)).On(new(1, 28, 28), seed: 1)</c>.</summary>
public static class Augment
{
    /// <summary>One after the other.</summary>
    public static Sequence<A, B> Then<A, B>(this A first, B second)
        where A : struct, IAugmentation
        where B : struct, IAugmentation => new(first, second);

    /// <summary>With a probability, else nothing.</summary>
    public static Sometimes<A> Sometimes<A>(this A augmentation, double probability)
        where A : struct, IAugmentation => new(augmentation, probability);

    /// <summary>One of two, each as likely.</summary>
    public static OneOf<A, B> OneOf<A, B>(A first, B second)
        where A : struct, IAugmentation
        where B : struct, IAugmentation => new(first, second);

    /// <summary>One of three, each as likely.</summary>
    public static OneOf<A, B, C> OneOf<A, B, C>(A first, B second, C third)
        where A : struct, IAugmentation
        where B : struct, IAugmentation
        where C : struct, IAugmentation => new(first, second, third);

    /// <summary>What changes batches of such images.</summary>
    /// <param name="augmentation">What is done to each image.</param>
    /// <param name="shape">The extents of an image.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <exception cref="ArgumentException">It cannot change such images.</exception>
    public static Augmenter<A> On<A>(this A augmentation, ImageShape shape, ulong seed = 0)
        where A : struct, IAugmentation => new(augmentation, shape, seed);
}
