namespace StaticNet.Data.Augmentation;

/// <summary>Left becomes right; most often with <see cref="Augment.Sometimes"/>.</summary>
public readonly record struct HorizontalFlip : IAugmentation
{
    public void Check(ImageShape shape)
    {
    }

    // y[c,i,j] = x[c,i,W−1−j]
    public void Apply(Canvas canvas, ref RandomStream random)
    {
        int width = canvas.Shape.Width;
        for (int row = 0; row < canvas.Pixels.Length; row += width)
            canvas.Pixels.Slice(row, width).Reverse();
    }
}
