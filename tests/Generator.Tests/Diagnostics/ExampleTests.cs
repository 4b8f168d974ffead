using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Diagnostics;

public class ExampleTests
{
    // C# says itself where 'partial' is missing, once; with the generated part the code that uses it still binds.
    private static readonly ILookup<string, string> Beside = new[] { ("SN0001", "CS0260"), ("SN0007", "CS0260") }
        .ToLookup(pair => pair.Item1, pair => pair.Item2);

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Examples.OfDeclarations), MemberType = typeof(Examples))]
    [MemberData(nameof(Examples.OfStages), MemberType = typeof(Examples))]
    public async Task The_failing_example_has_one_finding_where_it_lies(string id, string underlined)
    {
        ImmutableArray<Diagnostic> found = await UserProject.Of(Page.Read(id).Failing).Build();
        Diagnostic own = Assert.Single(found, IsOwn);
        Assert.Equal(id, own.Id);
        Assert.Equal(underlined, own.Location.SourceTree!.GetText().ToString(own.Location.SourceSpan));
        Assert.DoesNotContain(found, other => IsError(other) && !IsOwn(other) && !Beside[id].Contains(other.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_mended_example_has_no_finding(string id)
    {
        ImmutableArray<Diagnostic> found = await UserProject.Of(Page.Read(id).Mended).Build();
        Assert.DoesNotContain(found, finding => IsOwn(finding) || IsError(finding));
    }

    [Fact]
    public async Task What_does_not_compile_is_told_by_the_generated_file()
    {
        ImmutableArray<Diagnostic> found = await UserProject.Of(Page.Read("SN0034").Failing).Build();
        Assert.DoesNotContain(found, IsOwn);
        Assert.Equal(["CS1029", "CS1503"], found.Where(IsError).Select(error => error.Id).Order());
        Assert.Contains("SN0034: 'Dense' does not compile", found.Single(error => error.Id == "CS1029").GetMessage());
    }

    [Theory]
    [InlineData(OptimizationLevel.Debug, 1)]
    [InlineData(OptimizationLevel.Release, 0)]
    public async Task An_unoptimised_build_has_one_note_per_network(OptimizationLevel level, int notes)
    {
        const string Source = "[Network, Input(4), Dense(2)] public partial class DigitNet;\npublic partial class DigitNet { }";
        ImmutableArray<Diagnostic> found = await UserProject.Of(Source).With(level).Build();
        Assert.Equal(notes, found.Count(IsOwn));
        foreach (Diagnostic note in found.Where(IsOwn))
        {
            Assert.Equal(("SN0402", DiagnosticSeverity.Info), (note.Id, note.Severity));
            Assert.Contains("<Optimize>true</Optimize>", note.GetMessage());
            Assert.Equal(0, note.Location.GetLineSpan().StartLinePosition.Line);
        }
    }

    [Fact]
    public async Task A_broken_network_says_so_itself_where_analyzers_are_off()
    {
        foreach (string property in new[] { "RunAnalyzers", "RunAnalyzersDuringBuild" })
        {
            UserProject project = UserProject.Of(Page.Read("SN0029").Failing).WithProperty(property, "false");
            Assert.Contains(await project.Build(), finding => finding.Id == "CS1029" && finding.GetMessage().Contains("SN0029: the loss"));
        }
    }

    private static bool IsOwn(Diagnostic finding) => finding.Id.StartsWith("SN", StringComparison.Ordinal);

    private static bool IsError(Diagnostic finding) => finding.Severity == DiagnosticSeverity.Error;
}
