using StaticNet.Generator.Ir;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The text of the loops that the threads of a team divide, each with its <c>share</c>: of all turns, where a network runs on one thread.</summary>
/// <param name="IsShared">Whether the step's method takes a share.</param>
/// <param name="BySample">Whether each thread takes whole samples, so that its part of the next step needs nothing of another's.</param>
internal sealed record ShareText(bool IsShared, bool BySample = false)
{
    public static readonly ShareText Alone = new(IsShared: false);

    /// <summary>What the step's method takes behind the rest.</summary>
    public string Parameter => IsShared ? ", Share share" : "";

    /// <summary>The first turn of a loop over so many.</summary>
    public string From(string count, string unit = "") => IsShared ? $"share.From({Counted(count, unit)})" : "0";

    /// <summary>The end of its turns.</summary>
    public string To(string count, string unit = "") => IsShared ? $"share.To({Counted(count, unit)})" : count;

    public string From(Dim rows) => BySample && rows.PerSample ? OfRows(rows, From("batch")) : From(StepCode.Rows(rows));

    public string To(Dim rows) => BySample && rows.PerSample ? OfRows(rows, To("batch")) : To(StepCode.Rows(rows));

    /// <summary>The declaration of an index at a share's first row, and what its end is called; loops that leave some to the next go on from it.</summary>
    public (string Declared, string End) Begin(string index, Dim rows) => Begin(index, From(rows), To(rows));

    /// <summary>The same for so many turns.</summary>
    public (string Declared, string End) Begin(string index, string count) => Begin(index, From(count), To(count));

    private (string Declared, string End) Begin(string index, string from, string to) =>
        IsShared ? ($"int {index} = {from}, until = {to};", "until") : ($"int {index} = {from};", to);

    /// <summary>A loop over so many turns.</summary>
    /// <param name="index">Its variable, an <c>nint</c>.</param>
    /// <param name="count">The turns.</param>
    /// <param name="body">A turn.</param>
    /// <param name="step">What the index grows by.</param>
    /// <param name="unit">As many turns as belong together; by default one.</param>
    public string Loop(string index, string count, string body, string step = "", string unit = "") =>
        Turns(index, From(count, unit), To(count, unit), body, step);

    /// <summary>A loop over rows.</summary>
    public string Loop(string index, Dim rows, string body) => Turns(index, From(rows), To(rows), body, "");

    /// <summary>
    /// The body for each <c>line</c> of each <c>sample</c> of some images. Threads divide the lines of all, so that they work together on a single image too.
    /// </summary>
    public string Lines(string samples, int lines, string body) => IsShared
        ? Loop("lineOfAll", AllLines(samples, lines), $"nint sample = lineOfAll / {lines}, line = lineOfAll % {lines};\n{body}")
        : CodeWriter.Text($$"""
            for (nint sample = 0; sample < {{samples}}; sample++)
            {
                for (nint line = 0; line < {{lines}}; line++)
                {
                    {{body}}
                }
            }
            """);

    /// <summary>The text of the number of lines of all images.</summary>
    public static string AllLines(string samples, int lines) => $"{lines} * {samples}";

    /// <summary>A loop over what belongs to a share of some turns, so many to each.</summary>
    public string Times(string index, (string Count, int Each) turns, string all, string body) =>
        Turns(index, IsShared ? $"{turns.Each} * {From(turns.Count)}" : "0", IsShared ? $"{turns.Each} * {To(turns.Count)}" : all, body, "");

    private string Turns(string index, string from, string to, string body, string step)
    {
        string end = $"{index}End", next = step.Length == 0 ? $"{index}++" : $"{index} += {step}";
        return CodeWriter.Text($$"""
            {{(IsShared ? $"nint {end} = {to};" : "")}}
            for (nint {{index}} = {{from}}; {{index}} < {{(IsShared ? end : to)}}; {{next}})
            {
                {{body}}
            }
            """);
    }

    /// <summary>What one thread does for all.</summary>
    public string Once(string text) => !IsShared ? text : CodeWriter.Text($$"""
        if (share.IsFirst)
        {
            {{text}}
        }
        """);

    private static string Counted(string count, string unit) => unit.Length == 0 ? count : $"{count}, {unit}";

    private static string OfRows(Dim rows, string samples) => rows.Size == 1 ? samples : $"{Literals.Of(rows.Size)} * {samples}";
}
