namespace StaticNet.Data.Augmentation;

/// <summary>Above becomes below; most often with <see cref="Augment.Sometimes"/>.</summary>
public readonly record struct VerticalFlip : IAugmentation
{
    public void Check(ImageShape shape)
    {
    }

    // y[c,i,j] = x[c,H−1−i,j]
    public void Apply(Canvas canvas, ref RandomStream random)
    {
        ReadOnlySpan<float> source = canvas.Copy();
        (int height, int width) = (canvas.Shape.Height, canvas.Shape.Width);
        for (int c = 0; c < canvas.Shape.Channels; c++)
        {
            for (int y = 0; y < height; y++)
                source.Slice((c * height + height - 1 - y) * width, width).CopyTo(canvas.Plane(c)[(y * width)..]);
        }
    }
}
