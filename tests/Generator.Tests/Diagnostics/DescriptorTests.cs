using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Tests.Diagnostics;

public partial class DescriptorTests
{
    // Their examples are tested apart: one is told by the generated file, one needs a library, one depends on the build.
    private static readonly string[] TestedApart = ["SN0034", "SN0046", "SN0051", "SN0402"];

    public static TheoryData<string> IdsOfTargets => [.. Code().Matches(Targets()).Select(match => match.Groups[1].Value)];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Ids_are_unique() => Assert.Equal(Descriptors.All.Length, Descriptors.All.Select(descriptor => descriptor.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_page_a_release_line_and_an_example(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.All.Single(descriptor => descriptor.Id == id);
        Page page = Page.Read(id);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page.Text);
        Assert.Equal(id == "SN0402" ? 1 : 2, page.Examples.Length);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);

        string releases = string.Concat(new[] { "Shipped", "Unshipped" }
            .Select(state => File.ReadAllText(Path.Combine(Page.Root(), "src", "Generator", $"AnalyzerReleases.{state}.md"))));
        Assert.Contains($"\n{id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", releases);

        Assert.Contains(id, Examples.OfDeclarations.Concat(Examples.OfStages).Select(row => (string)row[0]).Concat(TestedApart));
    }

    /// <summary>What the package's targets say before the compiler runs: examples are of the project's files, and .ci/package builds such projects.</summary>
    [Theory]
    [MemberData(nameof(IdsOfTargets))]
    public void Every_id_of_the_targets_has_a_page_and_links_to_it(string id)
    {
        Page page = Page.Read(id);
        Assert.StartsWith($"# {id}: ", page.Text);
        Assert.Contains("\nMended:\n", page.Text);
        Assert.Contains($"Code=\"{id}\"\n      HelpLink=\"$(StaticNetHelp)/{id}.md\"", Targets());
        Assert.Contains(id, File.ReadAllText(Path.Combine(Page.Root(), ".ci", "package")));
    }

    [Fact]
    public void Every_page_belongs_to_an_id() => Assert.Equal(
        Descriptors.All.Select(descriptor => descriptor.Id).Concat(Code().Matches(Targets()).Select(match => match.Groups[1].Value)),
        Directory.GetFiles(Path.Combine(Page.Root(), "docs", "diagnostics"), "*.md").Select(Path.GetFileNameWithoutExtension).Order());

    private static string Targets() => File.ReadAllText(Path.Combine(Page.Root(), "src", "Generator", "build", "StaticNet.targets"));

    [GeneratedRegex("Code=\"(SN[0-9]{4})\"")]
    private static partial Regex Code();
}
