namespace StaticNet.Data.Augmentation;

/// <summary>Checks of what augmentations are set to.</summary>
internal static class Setting
{
    public static void Within(double value, double low, double high, string name)
    {
        if (!(value >= low && value <= high))
            throw new ArgumentException($"{name} is {value}, but goes from {low} to {high}.");
    }

    public static void Ordered(double low, double high, double least, double most, string what)
    {
        if (!(low >= least && low <= high && high <= most))
            throw new ArgumentException($"{what} from {low} to {high} are none: give two numbers in order, from {least} to {most}.");
    }

    public static void Colours(ImageShape shape, string name)
    {
        if (shape.Channels != 3)
            throw new ArgumentException($"{name} changes images with 3 channels, red, green and blue, but these have the shape {shape}: leave it out.");
    }
}
