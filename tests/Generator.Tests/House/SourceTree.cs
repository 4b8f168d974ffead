using StaticNet.Generator.Tests.Diagnostics;

namespace StaticNet.Generator.Tests.House;

/// <summary>The files of the repository, without what a build leaves.</summary>
internal static class SourceTree
{
    private static readonly string[] Built = ["bin", "obj", "artifacts", "TestResults"];

    public static string Root { get; } = Page.Root();

    /// <summary>Paths from the root on, with slashes, in order.</summary>
    public static ImmutableArray<string> Files { get; } = [.. Walk(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)];

    /// <summary>Files that people write: neither generated nor recorded by a test.</summary>
    public static IEnumerable<string> Written(string extension) => Files.Where(file =>
        file.EndsWith(extension, StringComparison.Ordinal) && !file.Contains("/Generated/") && !file.EndsWith(".verified" + extension, StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (FileInfo file in folder.EnumerateFiles())
        {
            if (!file.Name.Contains(".received."))
                yield return Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');
        }

        foreach (DirectoryInfo inner in folder.EnumerateDirectories())
        {
            if (Built.Contains(inner.Name) || (inner.Name.StartsWith('.') && inner.Name != ".ci"))
                continue;
            foreach (string file in Walk(inner))
                yield return file;
        }
    }
}
