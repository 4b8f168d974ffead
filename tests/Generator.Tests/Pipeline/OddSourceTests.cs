using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Tests.Pipeline;

public class OddSourceTests
{
    public static TheoryData<string> Sources =>
    [
        "[Network] public partial class Net;",
        "[Network] [Network, Input(4), Dense(2)] public partial class Net;",
        "[Network, Input(4), Dense(2)] public partial class Net; [Network] public partial class Net;",
        "[Network, Input(null), Dense(2)] public partial class Net;",
        "[Network, Input, Dense(2)] public partial class Net;",
        "[Network, Input(4), Dense] public partial class Net;",
        "[Network, Input(4), Dense(Units)] public partial class Net { static int Units; }",
        "[Network, Input(4), Dense(2, Name = null, From = null)] public partial class Net;",
        "[Network, Input(4), Dense(2, Name = \"\"), ReLU(From = \"\")] public partial class Net;",
        "[Network, Input(4), Dense(2), Add(null)] public partial class Net;",
        "[Network, Input(4), Dense(2), Add(null, null)] public partial class Net;",
        "[Network, Input(4), Dense(2), Add] public partial class Net;",
        "[Network(MaxBatch = int.MinValue), Input(int.MaxValue, int.MaxValue), Dense(-1), Dropout(double.NaN)] public partial class Net;",
        "[Network, Input(4), SoftmaxCrossEntropy] public partial class Net;",
        "[Network, Input(4), Dense(2), Layer] public partial class Net;",
        "[Network, Input(4), Dense(2), Own] public partial class Net; public class OwnAttribute : LossAttribute { public long[] Values = []; }",
        "[Network, Input(4), Dense(2)] public partial class Net : Missing;",
        "[Network, Input(4), Dense(2)] public partial class Net : Net;",
        "[Network, Input(4), Dense(2)] public partial record Net(int A, string B);",
        "[Network, Input(4), Dense(2)] public partial class Net(int a) { public int A => a; }",
        "[Network, Input(4), Dense(2)] public partial struct Net;",
        "[Network, Input(4), Dense(2)] public partial interface Net;",
        "[Network, Input(4), Dense(2)] static class Net;",
        "[Network, Input(4), Dense(2)] file static class Net; ",
        "partial class Outer<T> { [Network, Input(4), Dense(2)] partial class Net; } partial class Outer { [Network, Input(4), Dense(2)] partial class Net; }",
        "[Network, Input(4), Dense(2, Name = \"net\", From = \"net\"), Dense(2, Name = \"net\")] public partial class Net { int Net; }",
        "[Network, Input(4), Dense(2)] public partial class @class { int @int; }",
        "[Network, Input(4), Dense(2)] public partial class Trainer;",
        "[Network, Input(4), Dense(2)] public partial class Net { public Net() { } public Net(ulong a) { } static Net() { } ~Net() { } public int this[int i] => i; event Action? Save; }",
        "[Network, Input(4), Dense(2, Weights = (Init)99, WeightsScale = double.PositiveInfinity)] public partial class Net;",
        "[Network, Input(4), Dense(2",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Nothing_that_is_written_stops_generator_or_analyzer(string source)
    {
        ImmutableArray<Diagnostic> found = await UserProject.Of(source, "[Network, Input(4), Dense(2)] file partial class Net;").Build();
        Assert.DoesNotContain(found, finding => finding.Id == "AD0001");
        Assert.Contains(found, finding => finding.Id == "SN0006");
    }

    [Fact]
    public async Task Names_that_differ_in_capitals_alone_have_a_file_each()
    {
        const string Source = """
            namespace Models { [Network, Input(4), Dense(2)] public partial class Net; [Network, Input(3), Dense(2)] public partial class NET; }
            namespace models { [Network, Input(2), Dense(2)] public partial class Net; }
            [Network, Input(1), Dense(2)] public partial class Other;
            """;
        UserProject project = UserProject.Of(Source, "public static class Use { public static int Sum = Models.Net.InputLength + Models.NET.InputLength + models.Net.InputLength + Other.InputLength; }");
        Assert.DoesNotContain(await project.Build(), finding => finding.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal(["Models.NET.g.cs", "Models.Net.2.g.cs", "Other.g.cs", "models.Net.3.g.cs"], Files(project));
    }

    private static IEnumerable<string> Files(UserProject project) => project.Driver().RunGenerators(project.Compilation).GetRunResult().GeneratedTrees
        .Select(tree => Path.GetFileName(tree.FilePath)).Order(StringComparer.Ordinal);

    [Fact]
    public async Task A_network_may_have_members_attributes_and_constructors_of_its_own()
    {
        const string Source = """
            namespace Digits.System;
            public abstract class Model { protected virtual string Title => ""; public virtual void Save(string path) { } public int Dense1; public class Trainer; }
            public static partial class Models
            {
                [Obsolete, Network(MaxBatch = 4)]
                [Input(4), Dense(3), Tanh(Name = "value")]
                [Dense(2), SoftmaxCrossEntropy]
                internal sealed partial class DigitNet : Model, IDisposable
                {
                    private readonly int _count;
                    public DigitNet(string title, int count = 1) : this(7) => _count = count;
                    protected override string Title => "digits" + _count;
                    public override string ToString() => Title;
                    public void Dispose() { }
                    public static bool operator !(DigitNet net) => net is null;
                }
            }
            """;
        ImmutableArray<Diagnostic> found = await UserProject.Of(Source.Replace("Obsolete", "global::System.Obsolete").Replace("IDisposable", "global::System.IDisposable")).Build();
        Assert.DoesNotContain(found, finding => finding.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public async Task Layers_on_the_second_declaration_stand_where_they_are()
    {
        ImmutableArray<Diagnostic> found = await UserProject
            .Of("[Network] public partial class Net;", "[Input(4), Dense(0)] public partial class Net;").Build();
        Diagnostic own = Assert.Single(found, finding => finding.Id.StartsWith("SN", StringComparison.Ordinal));
        Assert.Equal(("SN0028", "File1.cs"), (own.Id, own.Location.SourceTree!.FilePath));
    }
}
