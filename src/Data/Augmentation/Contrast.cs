namespace StaticNet.Data.Augmentation;

/// <summary>
/// Brings pixels in [0, 1] nearer to their mean or farther from it: <c>y = clamp(f·x + (1 − f)·m, 0, 1)</c>, m the mean of the grey image, f even between
/// 1 − amount and 1 + amount. As torchvision's.
/// </summary>
/// <param name="Amount">How far the factor goes from 1; it does not go below 0.</param>
public readonly record struct Contrast(double Amount) : IAugmentation
{
    public void Check(ImageShape shape)
    {
        Setting.Within(Amount, 0, 10, nameof(Amount));
        if (shape.Channels != 1)
            Setting.Colours(shape, nameof(Contrast));
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        float factor = Blend.Factor(Amount, ref random), mean = Mean(canvas);
        foreach (ref float pixel in canvas.Pixels)
            pixel = Blend.Of(pixel, mean, factor);
    }

    private static float Mean(Canvas canvas)
    {
        double sum = 0;
        ReadOnlySpan<float> first = canvas.Plane(0);
        for (int i = 0; i < first.Length; i++)
            sum += canvas.Shape.Channels == 1 ? first[i] : Blend.Grey(first[i], canvas.Plane(1)[i], canvas.Plane(2)[i]);
        return (float)(sum / first.Length);
    }
}
