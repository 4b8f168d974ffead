namespace StaticNet.Data;

/// <summary>
/// Resizes images: each pixel is the mean of those near it, weighted by a triangle that is two pixels of the coarser grid wide. Enlarging, that is
/// bilinear interpolation; reducing, it is antialiased. Source: the BILINEAR filter of Pillow, PyTorch's <c>interpolate(antialias=True)</c>.
/// </summary>
public static class ImageResize
{
    /// <summary>An image <c>[C,H,W]</c> in another height and width.</summary>
    /// <exception cref="ArgumentException">The pixels are no image of that shape, or the shapes differ in their channels.</exception>
    public static byte[] Of(ReadOnlySpan<byte> pixels, ImageShape from, ImageShape to)
    {
        from.Check(nameof(from));
        to.Check(nameof(to));
        if (from.Channels != to.Channels || pixels.Length != from.Length)
            throw new ArgumentException($"{pixels.Length} bytes do not become {to} from {from}: pass an image of {from}, and as many channels.", nameof(pixels));
        Taps across = new(from.Width, to.Width), down = new(from.Height, to.Height);
        var resized = new byte[to.Length];
        var rows = new double[from.Height * to.Width];
        for (int c = 0; c < to.Channels; c++)
        {
            ReadOnlySpan<byte> plane = pixels.Slice(c * from.Area, from.Area);
            for (int i = 0; i < rows.Length; i++)
            {
                (int y, int x) = (i / to.Width, i % to.Width);
                double sum = 0;
                for (int k = 0; k < across.Count(x); k++)
                    sum += across.Weight(x, k) * plane[y * from.Width + across.First(x) + k];
                rows[i] = sum;
            }

            for (int i = 0; i < to.Area; i++)
            {
                (int y, int x) = (i / to.Width, i % to.Width);
                double sum = 0;
                for (int k = 0; k < down.Count(y); k++)
                    sum += down.Weight(y, k) * rows[(down.First(y) + k) * to.Width + x];
                resized[c * to.Area + i] = (byte)Math.Clamp(Math.Round(sum), 0, 255);
            }
        }

        return resized;
    }

    /// <summary>Which pixels along one axis a new one is made of.</summary>
    private sealed class Taps
    {
        private readonly (int First, double[] Weights)[] _of;

        // center = (o + ½)·from/to,  w(i) = max(0, 1 − |i + ½ − center|/reach), divided by their sum,  reach = max(1, from/to)
        public Taps(int from, int to)
        {
            double ratio = (double)from / to, reach = Math.Max(1, ratio);
            _of = new (int, double[])[to];
            for (int o = 0; o < to; o++)
            {
                double center = (o + 0.5) * ratio;
                int first = Math.Max(0, (int)Math.Floor(center - reach + 0.5)), last = Math.Min(from - 1, (int)Math.Ceiling(center + reach - 0.5) - 1);
                double[] weights = [.. Enumerable.Range(first, last - first + 1).Select(i => Math.Max(0, 1 - Math.Abs(i + 0.5 - center) / reach))];
                double sum = weights.Sum();
                _of[o] = (first, [.. weights.Select(weight => weight / sum)]);
            }
        }

        public int First(int o) => _of[o].First;

        public int Count(int o) => _of[o].Weights.Length;

        public double Weight(int o, int k) => _of[o].Weights[k];
    }
}
