namespace StaticNet.Data.Augmentation;

/// <summary>Puts a border around the image and cuts one of its size out again, anywhere: a shift by whole pixels.</summary>
/// <param name="Padding">The border's width in pixels.</param>
/// <param name="Fill">What the border consists of.</param>
public readonly record struct RandomCrop(int Padding, float Fill = 0) : IAugmentation
{
    public void Check(ImageShape shape) => Setting.Within(Padding, 0, Math.Min(shape.Height, shape.Width), nameof(Padding));

    // y[c,i,j] = x[c,i+a,j+b],  a, b ∈ {−padding, …, padding}
    public void Apply(Canvas canvas, ref RandomStream random)
    {
        int down = random.Below(2 * Padding + 1) - Padding, right = random.Below(2 * Padding + 1) - Padding;
        ReadOnlySpan<float> source = canvas.Copy();
        (int height, int width) = (canvas.Shape.Height, canvas.Shape.Width);
        int first = Math.Max(0, -right), kept = width - Math.Abs(right);
        canvas.Pixels.Fill(Fill);
        for (int c = 0; c < canvas.Shape.Channels; c++)
        {
            for (int y = Math.Max(0, -down); y < Math.Min(height, height - down); y++)
                source.Slice((c * height + y + down) * width + first + right, kept).CopyTo(canvas.Plane(c)[(y * width + first)..]);
        }
    }
}
