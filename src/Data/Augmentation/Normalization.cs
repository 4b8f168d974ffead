namespace StaticNet.Data.Augmentation;

/// <summary>The last of a sequence: <c>y = (x − mean)/std</c>, after changes that take pixels in [0, 1].</summary>
/// <param name="Mean">One number, or one a channel.</param>
/// <param name="Std">One number, or one a channel, above 0.</param>
public readonly record struct Normalization(double[] Mean, double[] Std) : IAugmentation
{
    public void Check(ImageShape shape)
    {
        ForEach(Mean, shape, nameof(Mean), -1e6);
        ForEach(Std, shape, nameof(Std), 1e-6);
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        for (int c = 0; c < canvas.Shape.Channels; c++)
        {
            double mean = Mean[Mean.Length == 1 ? 0 : c], std = Std[Std.Length == 1 ? 0 : c];
            foreach (ref float pixel in canvas.Plane(c))
                pixel = (float)((pixel - mean) / std);
        }
    }

    private static void ForEach(double[] numbers, ImageShape shape, string name, double least)
    {
        if (numbers is null || (numbers.Length != 1 && numbers.Length != shape.Channels))
            throw new ArgumentException($"{name} has {numbers?.Length ?? 0} numbers, but images of {shape} take one, or {shape.Channels}.");
        foreach (double number in numbers)
            Setting.Within(number, least, 1e6, name);
    }
}
