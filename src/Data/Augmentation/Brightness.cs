namespace StaticNet.Data.Augmentation;

/// <summary>Darkens or lightens pixels in [0, 1]: <c>y = clamp(f·x, 0, 1)</c>, f even between 1 − amount and 1 + amount. As torchvision's.</summary>
/// <param name="Amount">How far the factor goes from 1; it does not go below 0.</param>
public readonly record struct Brightness(double Amount) : IAugmentation
{
    public void Check(ImageShape shape) => Setting.Within(Amount, 0, 10, nameof(Amount));

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        float factor = Blend.Factor(Amount, ref random);
        foreach (ref float pixel in canvas.Pixels)
            pixel = Blend.Of(pixel, 0, factor);
    }
}
