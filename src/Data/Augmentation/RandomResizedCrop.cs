namespace StaticNet.Data.Augmentation;

/// <summary>Cuts a part out anywhere and resizes it to the whole image; bilinear. As torchvision's, but where ten draws do not fit, nothing is done.</summary>
/// <param name="MinArea">The least share of the area, above 0.</param>
/// <param name="MaxArea">The largest share, at most 1.</param>
/// <param name="MinRatio">The least width by height, above 0.</param>
/// <param name="MaxRatio">The largest width by height.</param>
public readonly record struct RandomResizedCrop(double MinArea, double MaxArea = 1, double MinRatio = 3 / 4.0, double MaxRatio = 4 / 3.0) : IAugmentation
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
        ReadOnlySpan<float> source = canvas.Copy();
        (int height, int width) = (canvas.Shape.Height, canvas.Shape.Width);
        for (int y = 0; y < height; y++)
        {
            (int above, int below, float under) = Place(y, height, box.Top, box.Height);
            for (int x = 0; x < width; x++)
            {
                (int left, int right, float across) = Place(x, width, box.Left, box.Width);
                for (int c = 0; c < canvas.Shape.Channels; c++)
                {
                    ReadOnlySpan<float> plane = source.Slice(c * canvas.Shape.Area, canvas.Shape.Area);
                    float top = Warp.Between(plane[above * width + left], plane[above * width + right], across);
                    float bottom = Warp.Between(plane[below * width + left], plane[below * width + right], across);
                    canvas.Plane(c)[y * width + x] = Warp.Between(top, bottom, under);
                }
            }
        }
    }

    // Between the middles of pixels, and not beyond the part's edge: start + clamp((i + ½)·extent/whole − ½, 0, extent − 1)
    private static (int Before, int After, float Share) Place(int i, int whole, int start, int extent)
    {
        double place = Math.Clamp((i + 0.5) * extent / whole - 0.5, 0, extent - 1);
        int before = (int)place;
        return (start + before, start + Math.Min(before + 1, extent - 1), (float)(place - before));
    }
}
