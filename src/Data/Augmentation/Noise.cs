namespace StaticNet.Data.Augmentation;

/// <summary>Adds to each pixel a number of its own: <c>y = x + σ·z</c>, z ~ N(0, 1).</summary>
/// <param name="Deviation">σ, in units of the pixels.</param>
public readonly record struct Noise(double Deviation) : IAugmentation
{
    public void Check(ImageShape shape) => Setting.Within(Deviation, 0, 1e6, nameof(Deviation));

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        Span<float> pixels = canvas.Pixels;
        for (int i = 0; i < pixels.Length; i += 2)
        {
            (double a, double b) = random.Normals();
            pixels[i] += (float)(Deviation * a);
            if (i + 1 < pixels.Length)
                pixels[i + 1] += (float)(Deviation * b);
        }
    }
}
