namespace StaticNet.Data.Augmentation;

/// <summary>An augmentation with a probability; see <see cref="Augment.Sometimes"/>.</summary>
public readonly record struct Sometimes<A>(A Inner, double Probability) : IAugmentation
    where A : struct, IAugmentation
{
    public void Check(ImageShape shape)
    {
        Setting.Within(Probability, 0, 1, nameof(Probability));
        Inner.Check(shape);
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        if (random.Chance(Probability))
            Inner.Apply(canvas, ref random);
    }
}
