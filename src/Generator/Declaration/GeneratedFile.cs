namespace StaticNet.Generator.Declaration;

/// <summary>A file to add to the compilation; one without text is not added.</summary>
internal sealed record GeneratedFile(string HintName, string Text)
{
    public const string Ending = ".g.cs";
}
