namespace StaticNet.Data;

/// <summary>Different texts in the order of their characters, each with its place.</summary>
internal sealed class CategoryList
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public CategoryList(string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Length == 0)
            throw new ArgumentException("There are no categories: give at least one.", nameof(names));
        Names = names;
        for (int i = 0; i < names.Length; i++)
        {
            if (!_places.TryAdd(names[i], i))
                throw new ArgumentException($"The category '{names[i]}' stands there twice: give each once.", nameof(names));
        }
    }

    public string[] Names { get; }

    public static string[] Of(ReadOnlySpan<string> texts)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string text in texts)
            names.Add(text);
        return [.. names];
    }

    /// <summary>The place of a text, or −1.</summary>
    public int Find(string text) => _places.TryGetValue(text, out int place) ? place : -1;

    /// <summary>The place of a text.</summary>
    /// <exception cref="ArgumentException">It is none of the categories.</exception>
    public int Place(string text, int row)
    {
        int place = Find(text);
        return place >= 0
            ? place
            : throw new ArgumentException($"Row {row} is {NearestName.Quote(text)}, which the training part did not have: did you mean {NearestName.Quote(NearestName.Of(text, Names)!)}? Correct it, or fit on rows that have it.");
    }
}
