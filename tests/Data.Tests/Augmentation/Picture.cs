namespace StaticNet.Data.Tests.Augmentation;

/// <summary>An image in double precision, for references that are slow and plain.</summary>
internal sealed record Picture(ImageShape Shape, double[] Values)
{
    public double this[int c, int y, int x] => Values[(c * Shape.Height + y) * Shape.Width + x];

    public static Picture Of(ImageShape shape, ReadOnlySpan<float> pixels) => new(shape, [.. pixels.ToArray().Select(pixel => (double)pixel)]);

    /// <summary>An image of what stands at each place.</summary>
    public Picture Make(Func<int, int, int, double> value)
    {
        var values = new double[Shape.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = value(i / Shape.Area, i / Shape.Width % Shape.Height, i % Shape.Width);
        return this with { Values = values };
    }

    /// <summary>An image of each place's colour.</summary>
    public Picture Recolour(Func<double[], double[]> colour) => Make((c, y, x) => colour([this[0, y, x], this[1, y, x], this[2, y, x]])[c]);

    /// <summary>Between pixels: the sum over all pixels near by, each with the part of a unit square that it has; beyond the edge there is fill.</summary>
    public double At(int c, double y, double x, double fill)
    {
        double sum = 0, weights = 0;
        for (int i = 0; i < Shape.Height; i++)
        {
            for (int j = 0; j < Shape.Width; j++)
            {
                double weight = Math.Max(0, 1 - Math.Abs(y - i)) * Math.Max(0, 1 - Math.Abs(x - j));
                sum += weight * this[c, i, j];
                weights += weight;
            }
        }

        return sum + (1 - weights) * fill;
    }

    /// <summary>A point's place before it was scaled, sheared, turned and shifted, one after the other backwards.</summary>
    public Picture Warp(double degrees, double scale, double shear, double shiftX, double shiftY, double fill)
    {
        double middleX = (Shape.Width - 1) / 2.0, middleY = (Shape.Height - 1) / 2.0, turn = -degrees * Math.PI / 180;
        return Make((c, i, j) =>
        {
            (double x, double y) = (j - middleX - shiftX, i - middleY - shiftY);
            (x, y) = (x * Math.Cos(turn) - y * Math.Sin(turn), x * Math.Sin(turn) + y * Math.Cos(turn));
            x -= y * Math.Tan(shear * Math.PI / 180);
            return At(c, y / scale + middleY, x / scale + middleX, fill);
        });
    }

    public static double Grey(double[] colour) => 0.2989 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];

    public static double Mix(double x, double other, double factor) => Math.Clamp(factor * x + (1 - factor) * other, 0, 1);

    /// <summary>To hue, saturation, value; the hue turned; and back by the six cases of the textbooks.</summary>
    public static double[] TurnHue(double[] colour, double turn)
    {
        (double r, double g, double b) = (colour[0], colour[1], colour[2]);
        double max = colour.Max(), min = colour.Min(), d = max - min;
        double hue = d == 0 ? 0 : max == r ? 60 * ((g - b) / d % 6) : max == g ? 60 * ((b - r) / d + 2) : 60 * ((r - g) / d + 4);
        hue = (hue + 360 * turn + 720) % 360;
        double saturation = max == 0 ? 0 : d / max, chroma = max * saturation, x = chroma * (1 - Math.Abs(hue / 60 % 2 - 1)), m = max - chroma;
        double[] rgb = (int)(hue / 60) switch
        {
            0 => [chroma, x, 0],
            1 => [x, chroma, 0],
            2 => [0, chroma, x],
            3 => [0, x, chroma],
            4 => [x, 0, chroma],
            _ => [chroma, 0, x],
        };
        return [.. rgb.Select(part => part + m)];
    }

    /// <summary>The whole window at once, with reflected edges.</summary>
    public Picture Blur(int kernel, double sigma) => Make((c, y, x) =>
    {
        double sum = 0, weights = 0;
        for (int i = -kernel / 2; i <= kernel / 2; i++)
        {
            for (int j = -kernel / 2; j <= kernel / 2; j++)
            {
                double weight = Math.Exp(-(i * i + j * j) / (2 * sigma * sigma));
                sum += weight * this[c, Mirror(y + i, Shape.Height), Mirror(x + j, Shape.Width)];
                weights += weight;
            }
        }

        return sum / weights;
    });

    private static int Mirror(int place, int extent) => place < 0 ? -place : place >= extent ? 2 * extent - 2 - place : place;
}
