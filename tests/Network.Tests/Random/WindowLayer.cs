namespace StaticNet.Network.Tests.Random;

/// <summary>A random layer that goes over an image or a sequence in windows, with any of its options.</summary>
/// <param name="Attribute">The layer, as its attribute is written.</param>
/// <param name="Shape">What it gives, without the batch.</param>
internal sealed record WindowLayer(string Attribute, int[] Shape)
{
    // Elements beyond which nothing grows any more.
    private const int LargestSpread = 64;

    /// <summary>A layer for what has this shape: an image <c>[C,H,W]</c> or a sequence <c>[t,c]</c>.</summary>
    public static WindowLayer Of(System.Random random, int[] shape) => shape.Length == 3
        ? new Draw(random, shape[0], shape[1..]).Layer()
        : new Draw(random, shape[1], shape[..1]).Layer();

    // What is read: its channels, and its places along each axis.
    private sealed class Draw(System.Random random, int channels, int[] extents)
    {
        private readonly int _kernel = 1 + random.Next(Math.Min(3, extents.Min()));
        private readonly int _stride = 1 + random.Next(2);

        private string Axes => $"{extents.Length}D";

        public WindowLayer Layer()
        {
            switch (random.Next(10))
            {
                case 0 when extents.Aggregate((a, b) => a * b) <= LargestSpread:
                    return Spread();
                case < 4:
                    int[] groups = [.. Enumerable.Range(1, channels).Where(d => channels % d == 0)];
                    int count = Pick(groups), units = count * (count == channels ? 1 + random.Next(2) : Pick([1, 2, 3, 5, 17]));
                    return Convolution("Conv", units, $"Groups = {count}");
                case < 6:
                    return Convolution("SeparableConv", Pick([1, 3, 5, 17]), $"DepthMultiplier = {1 + random.Next(2)}");
                case < 8:
                    return Pool();
                default:
                    return Whole();
            }
        }

        // A transposed convolution, by which it grows.
        private WindowLayer Spread()
        {
            int added = random.Next(_stride), dilation = 1 + random.Next(2), padding = random.Next(_kernel / 2 + 1);
            int[] groups = [.. Enumerable.Range(1, channels).Where(d => channels % d == 0)];
            int count = Pick(groups), units = count * Pick([1, 2, 3]);
            int[] places = [.. extents.Select(extent => (extent - 1) * _stride - 2 * padding + dilation * (_kernel - 1) + added + 1)];
            if (places.Min() < 1)
                return Whole();
            string window = $"{_kernel}, Stride = {_stride}, Padding = {padding}, OutputPadding = {added}, Dilation = {dilation}, Groups = {count}{Bias()}";
            return Give($"ConvTranspose{Axes}({units}, {window})", units, places);
        }

        private WindowLayer Convolution(string kind, int units, string option)
        {
            int padding = random.Next(_kernel / 2 + 1), dilation = Fits(2, 2 * padding) ? 1 + random.Next(2) : 1, reach = dilation * (_kernel - 1) + 1;
            int[] sides = [.. extents.SelectMany(_ => new[] { random.Next(3), random.Next(3) })];
            string[] modes = [.. extents.Min() > padding ? ["Reflect"] : Array.Empty<string>(), "Replicate"];
            int[] all = [.. extents.Select(extent => (extent + _stride - 1) / _stride)];
            var (pads, places) = random.Next(8) switch
            {
                0 => ("PaddingMode = PaddingMode.Same", all),
                1 when extents.Length == 1 => ("PaddingMode = PaddingMode.Causal", all),
                2 => ($"Padding = {padding}, PaddingMode = PaddingMode.{Pick(modes)}", Places(2 * padding)),
                3 => ($"Pads = new[] {{ {string.Join(", ", sides.Select(side => side + padding))} }}", Places([.. sides.Chunk(2).Select(side => side.Sum() + 2 * padding)])),
                _ => ($"Padding = {padding}", Places(2 * padding)),
            };
            return Give($"{kind}{Axes}({units}, {_kernel}, Stride = {_stride}, Dilation = {dilation}, {pads}, {option}{Bias()})", units, places);

            int[] Places(params int[] added) => [.. extents.Select((extent, axis) => (extent + added[axis % added.Length] - reach) / _stride + 1)];
        }

        private WindowLayer Pool()
        {
            int padding = random.Next(_kernel / 2 + 1);
            bool isMaximum = random.Next(2) == 0, reachesBeyond = random.Next(3) == 0;
            string options = (reachesBeyond ? ", CeilMode = true" : "") + (!isMaximum && random.Next(3) == 0 ? ", CountIncludePad = false" : "");
            return Give($"{(isMaximum ? "MaxPool" : "AveragePool")}{Axes}({_kernel}, Stride = {_stride}, Padding = {padding}{options})", channels, [.. extents.Select(Places)]);

            // The last window begins before the padding behind.
            int Places(int extent)
            {
                int rest = extent + 2 * padding - _kernel, places = rest / _stride + 1;
                return reachesBeyond && rest % _stride > 0 && places * _stride < extent + padding ? places + 1 : places;
            }
        }

        // A pool over all places, or over parts of them.
        private WindowLayer Whole()
        {
            int[] parts = [.. extents.Select(_ => 1 + random.Next(3))];
            return random.Next(3) switch
            {
                0 => new($"GlobalAveragePool{Axes}", [channels]),
                1 => new($"GlobalMaxPool{Axes}", [channels]),
                _ => Give($"AdaptiveAveragePool{Axes}({string.Join(", ", parts)})", channels, parts),
            };
        }

        private bool Fits(int dilation, int added) => dilation * (_kernel - 1) < extents.Min() + added;

        private string Bias() => random.Next(4) == 0 ? ", Bias = false" : "";

        private WindowLayer Give(string attribute, int units, int[] places) => new(attribute, extents.Length == 1 ? [.. places, units] : [units, .. places]);

        private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
    }
}
