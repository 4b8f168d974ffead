namespace StaticNet.Data.Augmentation;

/// <summary>Wipes a part out, anywhere. As torchvision's random erasing (Zhong et al., 2017); most often with <see cref="Augment.Sometimes"/>.</summary>
/// <param name="MinArea">The least share of the area, above 0.</param>
/// <param name="MaxArea">The largest share, at most 1.</param>
/// <param name="MinRatio">The least width by height, above 0.</param>
/// <param name="MaxRatio">The largest width by height.</param>
/// <param name="Value">What is there afterwards.</param>
public readonly record struct Erasing(double MinArea = 0.02, double MaxArea = 0.33, double MinRatio = 0.3, double MaxRatio = 3.3, float Value = 0) : IAugmentation
{
    public void Check(ImageShape shape)
    {
        Setting.Ordered(MinArea, MaxArea, 0.001, 1, "Areas");
        Setting.Ordered(MinRatio, MaxRatio, 0.01, 100, "Ratios");
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        if (Box.Draw(canvas.Shape, MinArea, MaxArea, MinRatio, MaxRatio, ref random) is not { } box)
            return;
        for (int c = 0; c < canvas.Shape.Channels; c++)
        {
            for (int y = box.Top; y < box.Top + box.Height; y++)
                canvas.Plane(c).Slice(y * canvas.Shape.Width + box.Left, box.Width).Fill(Value);
        }
    }
}
