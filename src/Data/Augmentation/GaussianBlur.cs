namespace StaticNet.Data.Augmentation;

/// <summary>Blurs: each pixel becomes a mean of those around it, weighted by <c>exp(−d²/2σ²)</c>; edges are reflected. As torchvision's.</summary>
/// <param name="Kernel">Pixels of a row of the window, odd, at most 31.</param>
/// <param name="MinSigma">The least σ, above 0.</param>
/// <param name="MaxSigma">The largest σ.</param>
public readonly record struct GaussianBlur(int Kernel, double MinSigma = 0.1, double MaxSigma = 2) : IAugmentation
{
    private const int LargestKernel = 31;

    public void Check(ImageShape shape)
    {
        Setting.Within(Kernel, 1, Math.Min(LargestKernel, 2 * Math.Min(shape.Height, shape.Width) - 1), nameof(Kernel));
        if (Kernel % 2 == 0)
            throw new ArgumentException($"Kernel is {Kernel}, but has a pixel in its middle: give an odd number.");
        Setting.Ordered(MinSigma, MaxSigma, 0.01, 100, "Sigmas");
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        Span<float> weights = stackalloc float[LargestKernel];
        weights = weights[..Kernel];
        Weights(weights, random.Uniform(MinSigma, MaxSigma));
        (int height, int width) = (canvas.Shape.Height, canvas.Shape.Width);
        int reach = Kernel / 2;
        for (int c = 0; c < canvas.Shape.Channels; c++)
        {
            Span<float> plane = canvas.Plane(c), rows = canvas.Scratch[..plane.Length];
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    float sum = 0;
                    for (int k = 0; k < weights.Length; k++)
                        sum += weights[k] * plane[y * width + Reflected(x + k - reach, width)];
                    rows[y * width + x] = sum;
                }
            }

            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    float sum = 0;
                    for (int k = 0; k < weights.Length; k++)
                        sum += weights[k] * rows[Reflected(y + k - reach, height) * width + x];
                    plane[y * width + x] = sum;
                }
            }
        }
    }

    private static void Weights(Span<float> weights, double sigma)
    {
        double sum = 0;
        int reach = weights.Length / 2;
        for (int pass = 0; pass < 2; pass++)
        {
            for (int k = 0; k < weights.Length; k++)
            {
                double weight = Math.Exp(-0.5 * (k - reach) * (k - reach) / (sigma * sigma));
                if (pass == 0)
                    sum += weight;
                else
                    weights[k] = (float)(weight / sum);
            }
        }
    }

    // … 2 1 [0 1 2 … n−1] n−2 n−3 …
    private static int Reflected(int place, int extent)
    {
        place = Math.Abs(place);
        return place < extent ? place : 2 * (extent - 1) - place;
    }
}
