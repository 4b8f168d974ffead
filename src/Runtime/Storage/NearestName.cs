namespace StaticNet.Storage;

/// <summary>Finds, among the names it is offered, the one with the smallest edit distance to a wanted name.</summary>
internal sealed class NearestName(string wanted)
{
    // Names in a file are foreign: the quadratic distance looks at no more than this of each.
    private const int Longest = 200;

    private int _distance = int.MaxValue;

    /// <summary>The nearest so far; null before the first offer.</summary>
    public string? Name { get; private set; }

    public void Offer(string candidate)
    {
        int distance = Distance(Cut(wanted), Cut(candidate));
        if (distance >= _distance)
            return;
        _distance = distance;
        Name = candidate;
    }

    /// <summary>A name in quotes, cut where a file holds an absurd one.</summary>
    public static string Quote(string name) => name.Length <= Longest ? $"'{name}'" : $"'{name[..Longest]}…'";

    // d(i, j) = min(d(i−1, j) + 1, d(i, j−1) + 1, d(i−1, j−1) + [aᵢ ≠ bⱼ])   (Levenshtein), one row kept
    internal static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> row = stackalloc int[Longest + 1];
        for (int j = 0; j <= b.Length; j++)
            row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }

    private static ReadOnlySpan<char> Cut(string name) => name.AsSpan(0, Math.Min(name.Length, Longest));
}
