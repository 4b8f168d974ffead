namespace StaticNet.Data.Augmentation;

/// <summary>
/// Makes colours in [0, 1] paler or stronger: <c>y = clamp(f·x + (1 − f)·g, 0, 1)</c>, g the pixel in grey, f even between 1 − amount and 1 + amount. As
/// torchvision's.
/// </summary>
/// <param name="Amount">How far the factor goes from 1; it does not go below 0.</param>
public readonly record struct Saturation(double Amount) : IAugmentation
{
    public void Check(ImageShape shape)
    {
        Setting.Within(Amount, 0, 10, nameof(Amount));
        Setting.Colours(shape, nameof(Saturation));
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        float factor = Blend.Factor(Amount, ref random);
        Span<float> red = canvas.Plane(0), green = canvas.Plane(1), blue = canvas.Plane(2);
        for (int i = 0; i < red.Length; i++)
        {
            float grey = Blend.Grey(red[i], green[i], blue[i]);
            (red[i], green[i], blue[i]) = (Blend.Of(red[i], grey, factor), Blend.Of(green[i], grey, factor), Blend.Of(blue[i], grey, factor));
        }
    }
}
