namespace StaticNet.Data.Augmentation;

/// <summary>Scales, shears, turns and shifts at once, about the middle; bilinear.</summary>
/// <param name="Degrees">The largest angle to either side, 0 to 180.</param>
/// <param name="Shift">The largest shift in each direction, as a share of width and height, 0 to 1.</param>
/// <param name="MinScale">The least scale, above 0; below 1 the image becomes smaller.</param>
/// <param name="MaxScale">The largest scale.</param>
/// <param name="Shear">The largest angle by which upright lines lean to either side, 0 to 80 degrees.</param>
/// <param name="Fill">What comes in from beyond the edge.</param>
public readonly record struct Affine(double Degrees = 0, double Shift = 0, double MinScale = 1, double MaxScale = 1, double Shear = 0, float Fill = 0) : IAugmentation
{
    public void Check(ImageShape shape)
    {
        Setting.Within(Degrees, 0, 180, nameof(Degrees));
        Setting.Within(Shift, 0, 1, nameof(Shift));
        Setting.Within(Shear, 0, 80, nameof(Shear));
        Setting.Ordered(MinScale, MaxScale, 0.01, 100, "Scales");
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        double degrees = random.Uniform(-Degrees, Degrees), scale = random.Uniform(MinScale, MaxScale), shear = random.Uniform(-Shear, Shear);
        double shiftX = random.Uniform(-Shift, Shift) * canvas.Shape.Width, shiftY = random.Uniform(-Shift, Shift) * canvas.Shape.Height;
        Warp.Of(degrees, scale, shear, shiftX, shiftY).Apply(canvas, Fill);
    }
}
