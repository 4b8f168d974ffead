namespace StaticNet.Data.Augmentation;

/// <summary>
/// Changes batches of images in place, each by draws of its own: the same for the same seed, epoch and row of the data. Allocates nothing after
/// construction; an instance serves one thread at a time. Made by <see cref="Augment.On"/>.
/// </summary>
/// <typeparam name="A">What is done to each image.</typeparam>
public sealed class Augmenter<A>
    where A : struct, IAugmentation
{
    private readonly A _augmentation;
    private readonly ImageShape _shape;
    private readonly ulong _seed;
    private readonly float[] _scratch;

    internal Augmenter(A augmentation, ImageShape shape, ulong seed)
    {
        shape.Check(nameof(shape));
        augmentation.Check(shape);
        (_augmentation, _shape, _seed, _scratch) = (augmentation, shape, seed, new float[shape.Length]);
    }

    /// <summary>Changes the first input of a batch: <c>new PrefetchingLoader(batches, augmenter.Apply)</c>.</summary>
    /// <exception cref="ArgumentException">The input is not of such images.</exception>
    public void Apply(LoadedBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Apply(batch.Floats(0), batch.Rows, batch.Epoch);
    }

    /// <summary>Changes images.</summary>
    /// <param name="images">The images, <c>[n,C,H,W]</c>.</param>
    /// <param name="rows">Each image's row in the data.</param>
    /// <param name="epoch">The epoch's number.</param>
    /// <exception cref="ArgumentException">There are not as many images as rows.</exception>
    public void Apply(Span<float> images, ReadOnlySpan<int> rows, int epoch)
    {
        if (images.Length != (long)rows.Length * _shape.Length)
            throw new ArgumentException($"{images.Length} numbers are not {Plural.Of(rows.Length, "image")} of {_shape}: pass {(long)rows.Length * _shape.Length}.", nameof(images));
        for (int i = 0; i < rows.Length; i++)
        {
            var random = new RandomStream(_seed, epoch, rows[i]);
            _augmentation.Apply(new(images.Slice(i * _shape.Length, _shape.Length), _scratch, _shape), ref random);
        }
    }
}
