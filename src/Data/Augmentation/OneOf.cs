namespace StaticNet.Data.Augmentation;

/// <summary>One of two augmentations, each as likely; see <see cref="Augment.OneOf{A, B}"/>.</summary>
public readonly record struct OneOf<A, B>(A First, B Second) : IAugmentation
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
        if (random.Below(2) == 0)
            First.Apply(canvas, ref random);
        else
            Second.Apply(canvas, ref random);
    }
}

/// <summary>One of three augmentations, each as likely; see <see cref="Augment.OneOf{A, B, C}"/>.</summary>
public readonly record struct OneOf<A, B, C>(A First, B Second, C Third) : IAugmentation
    where A : struct, IAugmentation
    where B : struct, IAugmentation
    where C : struct, IAugmentation
{
    public void Check(ImageShape shape)
    {
        First.Check(shape);
        Second.Check(shape);
        Third.Check(shape);
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        switch (random.Below(3))
        {
            case 0:
                First.Apply(canvas, ref random);
                break;
            case 1:
                Second.Apply(canvas, ref random);
                break;
            default:
                Third.Apply(canvas, ref random);
                break;
        }
    }
}
