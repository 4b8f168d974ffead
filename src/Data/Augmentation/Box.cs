namespace StaticNet.Data.Augmentation;

/// <summary>A part of an image, in pixels.</summary>
internal readonly record struct Box(int Left, int Top, int Width, int Height)
{
    // As torchvision's: after so many draws that do not fit there is none.
    private const int Attempts = 10;

    /// <summary>
    /// A box anywhere in the image. Its share of the area is even between two numbers, its width by its height too, on a logarithmic scale; null where
    /// ten draws do not fit.
    /// </summary>
    public static Box? Draw(ImageShape shape, double minArea, double maxArea, double minRatio, double maxRatio, ref RandomStream random)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            double area = shape.Area * random.Uniform(minArea, maxArea);
            double ratio = Math.Exp(random.Uniform(Math.Log(minRatio), Math.Log(maxRatio)));

            // w·h = area,  w/h = ratio
            int width = (int)Math.Round(Math.Sqrt(area * ratio)), height = (int)Math.Round(Math.Sqrt(area / ratio));
            if (width >= 1 && height >= 1 && width <= shape.Width && height <= shape.Height)
                return new(random.Below(shape.Width - width + 1), random.Below(shape.Height - height + 1), width, height);
        }

        return null;
    }
}
