using Microsoft.CodeAnalysis;
using StaticNet.Generator.Declaration;
using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Tests.Diagnostics;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Declaration;

/// <summary>Classes with the layers of another: <c>[Network(Of = typeof(…))]</c>.</summary>
public class TwinTests
{
    private const string Original = "[Network(MaxBatch = 32, InputGradient = true), Input(4), Dense(3), BatchNorm, Dense(2, Name = \"head\"), MeanSquaredError] public partial class DigitNet;";
    private const string Twin = "[Network(Of = typeof(DigitNet), MaxBatch = 2)] public partial class SingleNet;";

    [Fact]
    public void A_twin_has_the_layers_at_its_own_batch()
    {
        UserProject project = UserProject.Of(Original, Twin);
        NetworkDeclaration original = project.Read("DigitNet"), twin = project.Read("SingleNet");
        Assert.Empty(twin.Errors);
        Assert.Equal(("SingleNet", 2, 32), (twin.Name, twin.MaxBatch, original.MaxBatch));
        Assert.True(twin.InputGradient);
        Assert.Equal(original.Inputs[0].Shape, twin.Inputs.Single().Shape);
        Assert.Equal(original.Layers.Select(l => l with { Site = twin.Site }).ToEquatableArray(), twin.Layers);
        Assert.Equal(["Dense1", "BatchNorm1", "Head", "MeanSquaredError1"], twin.Layers.Select(l => l.Member));
    }

    [Fact]
    public void A_twin_sets_its_own_options()
    {
        NetworkDeclaration twin = UserProject.Of(Original, Twin.Replace("MaxBatch = 2", "InputGradient = false")).Read("SingleNet");
        Assert.Equal((1, false), (twin.MaxBatch, twin.InputGradient));
    }

    [Fact]
    public async Task Both_build_and_are_used_alike()
    {
        const string Use = "public static class Use { public static void All(DigitNet a, SingleNet b) { b.CopyFrom(a); b.Head.Weight[0, 0] = a.BatchNorm1.RunningMean[0]; } }";
        ImmutableArray<Diagnostic> found = await UserProject.Of(Original, Twin.Replace("MaxBatch = 2", "MaxBatch = 1"), Use).Build();
        Assert.DoesNotContain(found, f => f.Severity == DiagnosticSeverity.Error || f.Id.StartsWith("SN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_the_layers_is_told_once()
    {
        foreach (string broken in new[] { "Flatten, Dense(0)", "Dense(2, From = \"dense7\")", "MeanSquaredError, BatchNorm", "Softmax, SoftmaxCrossEntropy", "Dense(\"2\")" })
        {
            ImmutableArray<Diagnostic> found = await UserProject.Of($"[Network(MaxBatch = 32), Input(4), Dense(3), {broken}] public partial class DigitNet;", Twin).Build();
            Assert.InRange(found.Count(f => f.Id.StartsWith("SN", StringComparison.Ordinal)), 0, 1);
            Assert.Contains(found, f => f.Severity >= DiagnosticSeverity.Warning);
        }
    }

    [Fact]
    public async Task What_is_wrong_with_the_twin_alone_is_told_at_the_twin()
    {
        ImmutableArray<Diagnostic> found = await UserProject.Of(Original, Twin.Replace("SingleNet;", "SingleNet { public int Head; }")).Build();
        Diagnostic own = Assert.Single(found, f => f.Id.StartsWith("SN", StringComparison.Ordinal));
        Assert.Equal(("SN0015", "File1.cs"), (own.Id, own.Location.SourceTree!.FilePath));
    }

    [Fact]
    public async Task A_library_has_no_source()
    {
        UserProject project = UserProject.Of(Page.Read("SN0051").Failing).WithLibrary("namespace Library; [Network, Input(4), Dense(2)] public partial class LibraryNet;");
        Diagnostic own = Assert.Single(await project.Build(), f => f.Id.StartsWith("SN", StringComparison.Ordinal));
        Assert.Equal(
            ("SN0051", "'SingleNet' is to have the layers of 'LibraryNet', whose source is in another assembly, 'Library'; declare 'SingleNet' there, or repeat the layers here"),
            (own.Id, own.GetMessage()));
    }

    [Theory]
    [InlineData("int", "SN0050")]
    [InlineData("string[]", "SN0050")]
    [InlineData("System.Collections.Generic.List<>", "SN0050")]
    [InlineData("Use", "SN0050")]
    [InlineData("SingleNet", "SN0052")]
    public async Task Only_a_network_has_layers(string named, string id)
    {
        ImmutableArray<Diagnostic> found = await UserProject.Of(Original, Twin.Replace("typeof(DigitNet)", $"typeof({named})"), "public class Use;").Build();
        Assert.Equal(id, Assert.Single(found, f => f.Id.StartsWith("SN", StringComparison.Ordinal)).Id);
    }

    [Fact]
    public async Task A_ring_has_no_layers()
    {
        const string Ring = "[Network(Of = typeof(B))] public partial class A; [Network(Of = typeof(A))] public partial class B;";
        Diagnostic[] own = [.. (await UserProject.Of(Ring).Build()).Where(f => f.Id.StartsWith("SN", StringComparison.Ordinal))];
        Assert.Equal(["SN0053", "SN0053"], own.Select(f => f.Id));
        Assert.All(own, f => Assert.EndsWith("name a network with layers", f.GetMessage()));
    }

    [Fact]
    public async Task A_class_that_is_not_there_is_the_compilers_to_tell()
    {
        ImmutableArray<Diagnostic> found = await UserProject.Of(Twin).Build();
        Assert.Equal(["CS0246", "CS1029"], found.Where(f => f.Severity == DiagnosticSeverity.Error).Select(f => f.Id).Order());
    }

    [Fact]
    public void Null_names_none() =>
        Assert.Empty(UserProject.Of("[Network(Of = null), Input(4), Dense(2)] public partial class DigitNet;").Read("DigitNet").Errors);
}
