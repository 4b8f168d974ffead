using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Tests.Diagnostics;

public class DescriptorTests
{
    // Their examples are tested apart: one is told by the generated file, one needs a library, one depends on the build.
    private static readonly string[] TestedApart = ["SN0034", "SN0051", "SN0402"];

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

    [Fact]
    public void Every_page_belongs_to_an_id() => Assert.Equal(
        Descriptors.All.Select(descriptor => descriptor.Id),
        Directory.GetFiles(Path.Combine(Page.Root(), "docs", "diagnostics"), "*.md").Select(Path.GetFileNameWithoutExtension).Order());
}
