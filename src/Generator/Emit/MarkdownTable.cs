namespace StaticNet.Generator.Emit;

/// <summary>A Markdown table whose columns line up, so that it reads as plain text too.</summary>
internal static class MarkdownTable
{
    /// <param name="head">The names of the columns.</param>
    /// <param name="numbers">The first column of numbers; it and those after it are aligned to the right.</param>
    /// <param name="rows">The cells.</param>
    public static IEnumerable<string> Lines(string[] head, int numbers, IEnumerable<string[]> rows)
    {
        string[][] all = [head, .. rows];
        int[] widths = [.. Enumerable.Range(0, head.Length).Select(c => all.Max(r => r[c].Length))];
        yield return Line(head);
        yield return "|" + string.Concat(widths.Select((w, c) => c < numbers ? $"{new string('-', w + 2)}|" : $"{new string('-', w + 1)}:|"));
        foreach (string[] row in all.Skip(1))
            yield return Line(row);

        string Line(string[] row) => "|" + string.Concat(row.Select((cell, c) => $" {(c < numbers ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))} |"));
    }
}
