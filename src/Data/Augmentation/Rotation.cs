namespace StaticNet.Data.Augmentation;

/// <summary>Turns by up to so many degrees to either side, about the middle; bilinear.</summary>
/// <param name="Degrees">The largest angle, 0 to 180.</param>
/// <param name="Fill">What comes in from beyond the edge.</param>
public readonly record struct Rotation(double Degrees, float Fill = 0) : IAugmentation
{
    public void Check(ImageShape shape) => Setting.Within(Degrees, 0, 180, nameof(Degrees));

    public void Apply(Canvas canvas, ref RandomStream random) =>
        Warp.Of(random.Uniform(-Degrees, Degrees), 1, 0, 0, 0).Apply(canvas, Fill);
}
