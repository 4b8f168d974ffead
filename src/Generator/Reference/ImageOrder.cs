namespace StaticNet.Generator.Reference;

/// <summary>Images with channels last, brought to channels first for evaluation, and back.</summary>
internal static class ImageOrder
{
    /// <summary>The extents <c>[n,C,H,W]</c> of <c>[n,H,W,C]</c>.</summary>
    public static Extents First(Extents last) => new([last[0], last.Columns, .. Enumerable.Range(1, last.Rank - 2).Select(axis => last[axis])]);

    /// <summary>The numbers of <c>[n,H,W,C]</c> in the order <c>[n,C,H,W]</c>.</summary>
    public static double[] First(double[] numbers, Extents last)
    {
        var first = new double[numbers.Length];
        ForEach(last, (l, f) => first[f] = numbers[l]);
        return first;
    }

    /// <summary>The numbers of <c>[n,C,H,W]</c> in the order <c>[n,H,W,C]</c>.</summary>
    public static double[] Last(double[] numbers, Extents last)
    {
        var result = new double[numbers.Length];
        ForEach(last, (l, f) => result[l] = numbers[f]);
        return result;
    }

    private static void ForEach(Extents last, Action<int, int> visit)
    {
        int channels = last.Columns, places = last.Stride(0) / channels;
        for (int i = 0; i < last.Count; i++)
        {
            int sample = i / (places * channels), place = i / channels % places, channel = i % channels;
            visit(i, (sample * channels + channel) * places + place);
        }
    }
}
