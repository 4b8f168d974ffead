using System.ComponentModel;
using System.Text;

namespace StaticNet;

/// <summary>A network's summary, as Markdown or without its marks.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelSummary
{
    /// <summary>The Markdown itself, or its plain text: headings, tables and maps without their marks.</summary>
    public static string Of(string markdown, bool isMarkdown)
    {
        if (isMarkdown)
            return markdown;
        var text = new StringBuilder(markdown.Length);
        foreach (ReadOnlySpan<char> line in markdown.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("|-") || line.StartsWith("```"))
                continue;
            if (line is ['|', .., '|'])
                text.Append(line[2..^1].ToString().Replace('|', ' ').TrimEnd());
            else
                text.Append(line.StartsWith("#") ? line.TrimStart("# ") : line);
            text.Append('\n');
        }
        return text.ToString();
    }
}
