using Microsoft.CodeAnalysis;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.House;

/// <summary>The files in samples/*/Generated are what the generator makes of the sample.</summary>
public class GeneratedSampleTests
{
    // The course has dozens of networks, megabytes that nobody reads: an editor shows them.
    private const string Course = "Course";

    public static TheoryData<string> Samples => [.. SourceTree.Files
        .Where(file => file.StartsWith("samples/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(file => file.Split('/')[1])
        .Where(sample => sample != Course)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_generated_files_of_a_sample_are_fresh(string sample)
    {
        string folder = $"samples/{sample}/";
        string[] sources = [.. SourceTree.Written(".cs").Where(file => file.StartsWith(folder, StringComparison.Ordinal)).Select(SourceTree.Read)];
        UserProject project = UserProject.Of(sources);
        ImmutableArray<GeneratedSourceResult> generated = project.Driver().RunGenerators(project.Compilation).GetRunResult().Results.Single().GeneratedSources;

        Assert.NotEmpty(generated);
        foreach (GeneratedSourceResult file in generated)
            Snapshot.Match(file.SourceText.ToString(), Path.Combine(SourceTree.Root, folder, "Generated", file.HintName));
        Assert.Equal(
            generated.Select(file => $"{folder}Generated/{file.HintName}").Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(SourceTree.Root, folder, "Generated"), "*.g.cs").Select(file => $"{folder}Generated/{Path.GetFileName(file)}").Order(StringComparer.Ordinal));
    }
}
