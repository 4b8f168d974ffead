namespace Digits;

/// <summary>Cuts data in two parts in which every class has the same share.</summary>
internal static class StratifiedSplit
{
    /// <summary>The part to train on and the part to test with, the same for the same seed.</summary>
    public static (Images Training, Images Test) Of(Images data, double testShare, ulong seed)
    {
        var random = new Random(unchecked((int)seed));
        List<int> training = [], test = [];
        foreach (IGrouping<int, int> digit in Enumerable.Range(0, data.Count).GroupBy(place => data.Labels[place]).OrderBy(digit => digit.Key))
        {
            int[] places = [.. digit];
            random.Shuffle(places);
            int held = (int)Math.Round(places.Length * testShare);
            test.AddRange(places[..held]);
            training.AddRange(places[held..]);
        }

        return (data.Select(training), data.Select(test));
    }
}
