using Microsoft.CodeAnalysis;
using StaticNet.Generator.Declaration;

namespace StaticNet.Generator.Tests.Pipeline;

public class CachingTests
{
    private const string Network = """
        namespace Digits;

        [Network(MaxBatch = 8)]
        [Input(4), Dense(3), ReLU]
        [Dense(2), SoftmaxCrossEntropy]
        public partial class DigitNet
        {
            public int Age => 1;
        }
        """;

    private const string Other = "namespace Digits; public class Other { }";

    public static TheoryData<string, string> EditsElsewhere => new()
    {
        { "another file", "// edited\n" + Other },
        { "another type", Other + " public struct Third { }" },
    };

    public static TheoryData<string, string> EditsBesideTheNetwork => new()
    {
        { "a comment", Network.Replace("[Dense(2)", "/* the output */ [Dense(2)") },
        { "a moved class", "// one\n// two\n" + Network },
        { "another method", Network.Replace("public int Age => 1;", "public int Age => 1; public void Report(int count) { }") },
        { "another body", Network.Replace("=> 1", "=> 2") },
        { "an unrelated attribute", Network.Replace("[Network(", "[Serializable, Network(") },
        { "another member type", Network.Replace("int Age", "long Age") },
    };

    public static TheoryData<string, string> EditsOfTheNetwork => new()
    {
        { "a layer's size", Network.Replace("Dense(3)", "Dense(5)") },
        { "the batch", Network.Replace("MaxBatch = 8", "MaxBatch = 9") },
        { "the input", Network.Replace("Input(4)", "Input(2, 2), Flatten") },
        { "a name", Network.Replace("Dense(3)", "Dense(3, Name = \"hidden\")") },
        { "a property", Network.Replace("Dense(3)", "Dense(3, Bias = false)") },
        { "a clash", Network.Replace("Age", "Dense1") },
    };

    [Theory]
    [MemberData(nameof(EditsElsewhere))]
    public void An_edit_elsewhere_generates_nothing_anew(string edit, string other)
    {
        UserProject project = UserProject.Of(Network, Other);
        AssertCached(edit, project, project.WithSource(1, other));
    }

    [Theory]
    [MemberData(nameof(EditsBesideTheNetwork))]
    public void An_edit_that_changes_no_declaration_generates_nothing_anew(string edit, string source)
    {
        UserProject project = UserProject.Of(Network, Other);
        Assert.NotEqual(Network, source);
        AssertCached(edit, project, project.WithSource(0, source));
    }

    [Theory]
    [MemberData(nameof(EditsOfTheNetwork))]
    public void An_edit_of_the_network_generates_it_anew(string edit, string source)
    {
        UserProject project = UserProject.Of(Network, Other);
        GeneratorRunResult result = RunTwice(project, project.WithSource(0, source));
        Assert.Equal((edit, IncrementalStepRunReason.Modified), (edit, Reason(result, StaticNetGenerator.Networks)));
        Assert.Equal((edit, IncrementalStepRunReason.Modified), (edit, Reason(result, StaticNetGenerator.Declarations)));
    }

    [Fact]
    public void A_build_property_reaches_the_declaration()
    {
        UserProject project = UserProject.Of(Network);
        Assert.True(Declared(project).Options.Passes);
        Assert.False(Declared(project.WithProperty("StaticNetPasses", "false")).Options.Passes);
        Assert.NotEqual(Declared(project), Declared(project.WithProperty("StaticNetEmitIr", "true")));

        static NetworkDeclaration Declared(UserProject project) => (NetworkDeclaration)Outputs(
            project.Driver().RunGenerators(project.Compilation).GetRunResult().Results[0], StaticNetGenerator.Declarations)[0].Value;
    }

    [Fact]
    public void Two_networks_are_two_files_and_an_edit_of_one_leaves_the_other()
    {
        UserProject project = UserProject.Of(Network, Network.Replace("DigitNet", "LetterNet"));
        GeneratorRunResult result = RunTwice(project, project.WithSource(1, Network.Replace("DigitNet", "LetterNet").Replace("Dense(3)", "Dense(5)")));
        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified],
            Outputs(result, StaticNetGenerator.Declarations).Select(output => output.Reason));
        Assert.Equal(IncrementalStepRunReason.Cached, Outputs(result, StaticNetGenerator.Files)[0].Reason);
        Assert.Equal(["Digits.DigitNet.g.cs", "Digits.LetterNet.g.cs"], result.GeneratedSources.Select(source => source.HintName));
    }

    [Fact]
    public void A_twin_follows_its_original_and_nothing_else()
    {
        const string Twin = "namespace Digits; [Network(Of = typeof(DigitNet))] public partial class SingleNet;";
        UserProject project = UserProject.Of(Network, Twin);
        (string Source, IncrementalStepRunReason Expected)[] edits =
        [
            (Network.Replace("Dense(3)", "Dense(5)"), IncrementalStepRunReason.Modified),
            (Network.Replace("MaxBatch = 8", "MaxBatch = 9"), IncrementalStepRunReason.Cached),
            ("// a comment\n" + Network, IncrementalStepRunReason.Cached),
        ];
        foreach (var (source, expected) in edits)
        {
            GeneratorRunResult result = RunTwice(project, project.WithSource(0, source));
            Assert.Equal(expected, Outputs(result, StaticNetGenerator.Declarations).Single(o => ((NetworkDeclaration)o.Value).Name == "SingleNet").Reason);
        }
    }

    private static void AssertCached(string edit, UserProject before, UserProject after)
    {
        GeneratorRunResult result = RunTwice(before, after);
        Assert.Equal((edit, IncrementalStepRunReason.Unchanged), (edit, Reason(result, StaticNetGenerator.Networks)));
        Assert.Equal((edit, IncrementalStepRunReason.Cached), (edit, Reason(result, StaticNetGenerator.Declarations)));
        Assert.Equal((edit, IncrementalStepRunReason.Cached), (edit, Reason(result, StaticNetGenerator.Files)));
    }

    private static GeneratorRunResult RunTwice(UserProject before, UserProject after) =>
        before.Driver().RunGenerators(before.Compilation).RunGenerators(after.Compilation).GetRunResult().Results.Single();

    private static IncrementalStepRunReason Reason(GeneratorRunResult result, string step) => Assert.Single(Outputs(result, step)).Reason;

    private static ImmutableArray<(object Value, IncrementalStepRunReason Reason)> Outputs(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs)];
}
