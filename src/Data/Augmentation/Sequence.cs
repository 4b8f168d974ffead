namespace StaticNet.Data.Augmentation;

/// <summary>One augmentation after the other; see <see cref="Augment.Then"/>.</summary>
public readonly record struct Sequence<A, B>(A First, B Second) : IAugmentation
    where A : struct, IAugmentation
    where B : struct, IAugmentation
{
    public void Check(ImageShape shape)
    {
        First.Check(shape);
        Second.Check(shape);
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        First.Apply(canvas, ref random);
        Second.Apply(canvas, ref random);
    }
}
