using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>A page of docs/diagnostics; its two examples are the failing and the passing source.</summary>
internal sealed partial record Page(string Text, ImmutableArray<string> Examples)
{
    public string Failing => Examples[0];

    public string Mended => Examples[^1];

    public static Page Read(string id)
    {
        string text = File.ReadAllText(Path.Combine(Root(), "docs", "diagnostics", id + ".md"));
        return new(text, [.. CSharp().Matches(text).Select(match => match.Groups[1].Value)]);
    }

    public static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", "..", "..", ".."));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
