namespace StaticNet.Data.Augmentation;

/// <summary>Turns colours in [0, 1] around the colour wheel, their lightness and saturation kept: hue + d, d even between ∓amount of a turn. As torchvision's.</summary>
/// <param name="Amount">The largest part of a turn to either side, 0 to ½.</param>
public readonly record struct Hue(double Amount) : IAugmentation
{
    public void Check(ImageShape shape)
    {
        Setting.Within(Amount, 0, 0.5, nameof(Amount));
        Setting.Colours(shape, nameof(Hue));
    }

    public void Apply(Canvas canvas, ref RandomStream random)
    {
        float turn = (float)random.Uniform(-Amount, Amount);
        Span<float> red = canvas.Plane(0), green = canvas.Plane(1), blue = canvas.Plane(2);
        for (int i = 0; i < red.Length; i++)
        {
            float value = Math.Max(red[i], Math.Max(green[i], blue[i])), chroma = value - Math.Min(red[i], Math.Min(green[i], blue[i]));
            if (chroma <= 0)
                continue;

            // In sixths of a turn: red is 0, green 2, blue 4.
            float sixths = value == red[i] ? (green[i] - blue[i]) / chroma : value == green[i] ? 2 + (blue[i] - red[i]) / chroma : 4 + (red[i] - green[i]) / chroma;
            sixths += 6 * turn;
            (red[i], green[i], blue[i]) = (Channel(sixths, 5, value, chroma), Channel(sixths, 3, value, chroma), Channel(sixths, 1, value, chroma));
        }
    }

    // v − chroma·clamp(min(k, 4 − k), 0, 1),  k = (n + hue) mod 6,  n = 5, 3, 1 of red, green, blue
    private static float Channel(float sixths, int n, float value, float chroma)
    {
        float k = n + sixths;
        k -= 6 * MathF.Floor(k / 6);
        return value - chroma * Math.Clamp(Math.Min(k, 4 - k), 0, 1);
    }
}
