namespace StaticNet.Generator.Emit;

/// <summary>A Markdown table as the source has it: its columns line up where it is read (<c>StaticNet.ModelSummary</c>).</summary>
internal static class MarkdownTable
{
    /// <param name="head">The names of the columns.</param>
    /// <param name="numbers">The first column of numbers; it and those after it are aligned to the right.</param>
    /// <param name="rows">The cells.</param>
    public static IEnumerable<string> Lines(string[] head, int numbers, IEnumerable<string[]> rows)
    {
        yield return Line(head);
        yield return "|" + string.Concat(head.Select((_, c) => c < numbers ? "-|" : "-:|"));
        foreach (string[] row in rows)
            yield return Line(row);
    }

    private static string Line(string[] row) => $"| {string.Join(" | ", row)} |";
}
