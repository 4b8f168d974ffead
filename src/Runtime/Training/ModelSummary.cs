using System.ComponentModel;
using System.Text;

namespace StaticNet;

/// <summary>A network's summary, as Markdown or without its marks.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelSummary
{
    /// <summary>The Markdown with its tables in line, or its plain text: headings, tables and maps without their marks.</summary>
    public static string Of(string markdown, bool isMarkdown)
    {
        var text = new StringBuilder(2 * markdown.Length);
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('|'))
            {
                string[][] table = [.. lines.Skip(i).TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
                Append(text, table, isMarkdown);
                i += table.Length - 1;
            }
            else if (isMarkdown || !lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                text.Append(!isMarkdown && lines[i].StartsWith('#') ? lines[i].TrimStart('#', ' ') : lines[i]).Append('\n');
            }
        }

        return text.ToString(0, text.Length - 1);
    }

    // The second row tells which columns are of numbers: those of "-:".
    private static void Append(StringBuilder text, string[][] table, bool isMarkdown)
    {
        int[] widths = [.. table[0].Select((_, column) => table.Max(row => row[column].Length))];
        bool[] isNumber = [.. table[1].Select(cell => cell.EndsWith(':'))];
        for (int i = 0; i < table.Length; i++)
        {
            if (i != 1)
                text.Append(Line(table[i].Select((cell, c) => isNumber[c] ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c])), isMarkdown)).Append('\n');
            else if (isMarkdown)
                text.Append('|').AppendJoin('|', widths.Select((width, c) => new string('-', width + (isNumber[c] ? 1 : 2)) + (isNumber[c] ? ":" : ""))).Append("|\n");
        }
    }

    private static string Line(IEnumerable<string> cells, bool isMarkdown) =>
        isMarkdown ? $"| {string.Join(" | ", cells)} |" : string.Join("   ", cells).TrimEnd();
}
