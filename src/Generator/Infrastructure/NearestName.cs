namespace StaticNet;

/// <summary>The name that a mistyped one was most likely meant to be. The compiler and the library have this file in common.</summary>
internal static class NearestName
{
    // Names in a file are foreign: the quadratic distance looks at no more than this of each.
    private const int Longest = 200;

    /// <summary>The candidate with the fewest edits from <paramref name="name"/>, the first of equals; null where there is none.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int fewest = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int edits = Edits(Cut(name), Cut(candidate));
            if (edits < fewest)
                (nearest, fewest) = (candidate, edits);
        }

        return nearest;
    }

    /// <summary>A name in quotes, cut where a file holds an absurd one.</summary>
    public static string Quote(string name) => name.Length <= Longest ? $"'{name}'" : $"'{Cut(name)}…'";

    // d(i, j) = min(d(i−1, j) + 1, d(i, j−1) + 1, d(i−1, j−1) + [aᵢ ≠ bⱼ])   (Levenshtein), case counting nothing, one row kept
    internal static int Edits(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                bool same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                int edits = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], edits);
            }
        }

        return row[b.Length];
    }

    private static string Cut(string name) => name.Substring(0, Math.Min(name.Length, Longest));
}
