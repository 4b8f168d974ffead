using StaticNet.Numerics;

namespace StaticNet.Data.Augmentation;

/// <summary>A linear map of the plane about an image's middle, and a shift: x to the right, y down, in pixels.</summary>
internal readonly record struct Warp(double XX, double XY, double YX, double YY, double ShiftX, double ShiftY)
{
    /// <summary>Turns clockwise, after shearing along x, after scaling.</summary>
    // M = s·R(θ)·[1 tan φ; 0 1],  R(θ) = [cos θ −sin θ; sin θ cos θ]
    public static Warp Of(double degrees, double scale, double shear, double shiftX, double shiftY)
    {
        (double cos, double sin) = Turn(degrees);
        (double shearCos, double shearSin) = Turn(shear);
        double slope = shearSin / shearCos;
        return new(scale * cos, scale * (cos * slope - sin), scale * sin, scale * (sin * slope + cos), shiftX, shiftY);
    }

    /// <summary>Moves every pixel; between pixels it is bilinear, beyond the edge it is <paramref name="fill"/>.</summary>
    // y[p] = x(M⁻¹·(p − middle − shift) + middle)
    public void Apply(Canvas canvas, float fill)
    {
        ReadOnlySpan<float> source = canvas.Copy();
        (int height, int width) = (canvas.Shape.Height, canvas.Shape.Width);
        double determinant = XX * YY - XY * YX;
        double middleX = (width - 1) / 2.0, middleY = (height - 1) / 2.0;
        for (int y = 0; y < height; y++)
        {
            double down = y - middleY - ShiftY;
            for (int x = 0; x < width; x++)
            {
                double right = x - middleX - ShiftX;
                double fromX = (YY * right - XY * down) / determinant + middleX, fromY = (XX * down - YX * right) / determinant + middleY;
                int left = (int)Math.Floor(fromX), above = (int)Math.Floor(fromY);
                float across = (float)(fromX - left), under = (float)(fromY - above);
                for (int c = 0; c < canvas.Shape.Channels; c++)
                {
                    ReadOnlySpan<float> plane = source.Slice(c * canvas.Shape.Area, canvas.Shape.Area);
                    float top = Between(At(plane, left, above, width, height, fill), At(plane, left + 1, above, width, height, fill), across);
                    float bottom = Between(At(plane, left, above + 1, width, height, fill), At(plane, left + 1, above + 1, width, height, fill), across);
                    canvas.Plane(c)[y * width + x] = Between(top, bottom, under);
                }
            }
        }
    }

    internal static float Between(float a, float b, float share) => a + (b - a) * share;

    private static float At(ReadOnlySpan<float> plane, int x, int y, int width, int height, float fill) =>
        (uint)x < (uint)width && (uint)y < (uint)height ? plane[y * width + x] : fill;

    // cos and sin by the library's own series: the same bits on every platform.
    private static (double Cos, double Sin) Turn(double degrees)
    {
        double turns = degrees / 360;
        return BoxMuller.Turn(turns - Math.Floor(turns));
    }
}
