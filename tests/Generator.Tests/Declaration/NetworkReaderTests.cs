using System.Diagnostics;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Declaration;

public class NetworkReaderTests
{
    private static NetworkDeclaration Read(string source, string name = "DigitNet") => UserProject.Of(source).Read(name);

    [Fact]
    public void Layers_come_in_source_order_over_several_lists()
    {
        NetworkDeclaration network = Read("[Network(MaxBatch = 32)] [Input(1, 8, 8)] [Flatten, Dense(3), ReLU] [Dense(2)] public partial class DigitNet;");
        Assert.Empty(network.Errors);
        Assert.Equal(32, network.MaxBatch);
        Assert.Equal([1, 8, 8], network.Inputs.Single().Shape);
        Assert.Equal(["flatten1", "dense1", "relu1", "dense2"], network.Layers.Select(layer => layer.Name));
        Assert.Equal(["Flatten1", "Dense1", "ReLU1", "Dense2"], network.Layers.Select(layer => layer.Member));
        Assert.Equal([2, 3, 4, 5], network.Layers.Select(layer => layer.Site.Index));
        Assert.Equal("StaticNet.DenseAttribute", network.Layers[1].Type);
    }

    [Fact]
    public void The_network_has_defaults()
    {
        NetworkDeclaration network = Read("[Network, Input(4), Dense(2)] public partial class DigitNet;");
        Assert.Equal((1, false, 0), (network.MaxBatch, network.InputGradient, network.Site.Index));
        Assert.True(Read("[Network(InputGradient = true), Input(4), Dense(2)] public partial class DigitNet;").InputGradient);
    }

    [Fact]
    public void Naming_one_layer_renames_no_other()
    {
        NetworkDeclaration network = Read("[Network, Input(4), Dense(3, Name = \"hidden\"), Dense(3), Dense(2)] public partial class DigitNet;");
        Assert.Equal(["hidden", "dense2", "dense3"], network.Layers.Select(layer => layer.Name));
        Assert.Equal("Hidden", network.Layers[0].Member);
    }

    [Fact]
    public void Members_keep_the_capitals_of_the_attribute_or_of_the_given_name()
    {
        NetworkDeclaration network = Read("""
            [Network, Input(4), BatchNorm, LeakyReLU, BatchNorm(Name = "normOfAll"), Dense(2)] public partial class DigitNet;
            """);
        Assert.Equal(["batchnorm1", "leakyrelu1", "normOfAll", "dense1"], network.Layers.Select(layer => layer.Name));
        Assert.Equal(["BatchNorm1", "LeakyReLU1", "NormOfAll", "Dense1"], network.Layers.Select(layer => layer.Member));
    }

    [Theory]
    [InlineData("BatchNorm1", "the member 'BatchNorm1'")]
    [InlineData("batchNorm1", "the member 'BatchNorm1'")]
    [InlineData("batchnorm1", "'batchnorm1' in files")]
    public void A_given_name_differs_from_default_ones_as_member_and_in_files(string name, string both)
    {
        NetworkDeclaration network = Read($"[Network, Input(4), BatchNorm, Dense(2, Name = \"{name}\")] public partial class DigitNet;");
        Assert.Equal(["SN0013"], network.Errors.Select(error => error.Descriptor.Id));
        Assert.Contains($"both become {both};", network.Errors.Single().Text);
    }

    [Fact]
    public void Arguments_become_values()
    {
        NetworkDeclaration network = Read("""
            [Network, Input(4)]
            [Dense(2 + 1, Bias = false, Weights = Init.HeNormal, WeightsScale = 0.5, Name = "a")]
            [Dropout(0.25, From = "a"), Add("a", "dropout1")]
            public partial class DigitNet;
            """);
        LayerDeclaration dense = network.Layers[0];
        Assert.Equal([new Argument(3)], dense.Positional);
        Assert.Equal(
            [new("Bias", new(false)), new("Weights", new((int)Init.HeNormal, "StaticNet.Init")), new("WeightsScale", new(0.5))],
            dense.Named);
        Assert.Null(dense.From);
        Assert.Equal("a", network.Layers[1].From);
        Assert.Equal([new Argument(0.25)], network.Layers[1].Positional);
        Assert.Empty(network.Layers[1].Named);
        Assert.Equal(["a", "dropout1"], network.Layers[2].Joined!.Value);
        Assert.Equal(new Argument(new EquatableArray<string>(["a", "dropout1"])), network.Layers[2].Positional.Single());
        Assert.False(dense.IsLoss);
    }

    [Fact]
    public void A_loss_is_known_as_one() =>
        Assert.True(Read("[Network, Input(4), Dense(2), MeanSquaredError] public partial class DigitNet;").Layers[1].IsLoss);

    [Theory]
    [InlineData("public sealed", "public", true)]
    [InlineData("internal", "internal", false)]
    [InlineData("", "internal", false)]
    public void Modifiers_are_kept(string modifiers, string accessibility, bool isSealed)
    {
        NetworkDeclaration network = Read($"[Network, Input(4), Dense(2)] {modifiers} partial class DigitNet;");
        Assert.Equal((accessibility, isSealed, true), (network.Accessibility, network.Sealed, network.Extensible));
        Assert.Equal(("", "DigitNet.g.cs"), (network.Namespace, network.HintName));
        Assert.Empty(network.Containing);
    }

    [Theory]
    [InlineData("class", "class")]
    [InlineData("struct", "struct")]
    [InlineData("interface", "interface")]
    [InlineData("record", "record")]
    [InlineData("record class", "record")]
    [InlineData("record struct", "record struct")]
    public void Types_around_the_network_are_kept(string written, string keyword)
    {
        NetworkDeclaration network = Read(
            $"namespace A.@event; partial {written} Outer {{ static partial class Middle {{ [Network, Input(4), Dense(2)] private partial class DigitNet; }} }}",
            "A.event.Outer+Middle+DigitNet");
        Assert.Empty(network.Errors);
        Assert.Equal([new(keyword, "Outer", ""), new("class", "Middle", "")], network.Containing);
        Assert.Equal(("A.@event", "private", "A.event.Outer.Middle.DigitNet.g.cs"), (network.Namespace, network.Accessibility, network.HintName));
    }

    [Fact]
    public void The_type_parameters_of_an_erroneous_network_are_kept()
    {
        NetworkDeclaration network = Read("[Network, Input(4), Dense(2)] public partial class DigitNet<T, U>;", "DigitNet`2");
        Assert.Equal(new TypeHeader("class", "DigitNet", "<T, U>"), network.Header);
        Assert.Equal("DigitNet`2.g.cs", network.HintName);
        Assert.True(network.IsBroken);
    }

    [Fact]
    public void Generated_members_that_the_user_has_are_told_and_inherited_ones_are_hidden()
    {
        NetworkDeclaration network = Read("""
            public class Model { protected void Load() { } private void Share() { } }
            [Network, Input(4), Dense(2), Dense(2, Name = "extra")]
            public partial class DigitNet : Model { public DigitNet(ulong s) { } public int Extra; public void Predict() { } }
            """);
        Assert.Equal(["Predict", ".ctor"], network.Taken);
        Assert.Equal(["Dense1", null], network.Layers.Select(layer => layer.Member));
    }

    [Theory]
    [InlineData("", "Item")]
    [InlineData("[System.Runtime.CompilerServices.IndexerName(\"Unit\")] ", "Unit")]
    public void An_indexer_takes_the_name_that_it_has_in_metadata(string attribute, string name)
    {
        NetworkDeclaration network = Read($$"""
            [Network, Input(4), Dense(2, Name = "item"), Dense(2, Name = "unit")] public partial class DigitNet { {{attribute}}public int this[int i] => i; }
            """);
        NetworkError error = Assert.Single(network.Errors);
        Assert.Equal(("SN0015", name), (error.Descriptor.Id, error.Arguments[2]));
    }

    [Fact]
    public void Warnings_do_not_break_a_network()
    {
        NetworkDeclaration network = Read("[Network, Input(4), Dense(2), Softmax, SoftmaxCrossEntropy] public partial class DigitNet;");
        Assert.Single(network.Errors);
        Assert.False(network.IsBroken);
    }

    [Fact]
    public void An_attribute_that_does_not_bind_is_the_compilers_business()
    {
        NetworkDeclaration network = Read("[Network, Input(4), Missing(3), Dense(2)] public partial class DigitNet;");
        Assert.Empty(network.Errors);
        Assert.Equal(2, network.Layers.Single().Site.Index);
    }

    // Each edit makes a compilation in which nothing but the attributes is bound: Roslyn binds them to find [Network] among them, before it
    // calls the reader. A busy machine interrupts some of the reads, not most.
    [Fact]
    public void Reading_an_edited_compilation_takes_less_than_a_millisecond()
    {
        INamedTypeSymbol[] types = [.. Edited(layers: 40, count: 50)];
        double[] milliseconds = [.. types.Select(type =>
        {
            long start = Stopwatch.GetTimestamp();
            NetworkReader.Read(type, default);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        })];
        double median = milliseconds.Order().ElementAt(25);
        Assert.True(median < 1, $"40 layers took {median:F3} ms, {milliseconds.Min():F3} at best");
    }

    // Work, told by what it allocates, which no other process disturbs: as much a layer in a network of many as in one of few.
    [Fact]
    public void Reading_costs_the_same_for_each_layer()
    {
        Allocated(40);
        long few = Allocated(40), twice = Allocated(80), many = Allocated(160);
        Assert.InRange(twice - few, 1, 40 * 4096);
        Assert.InRange(many - twice, 1, 2.5 * (twice - few));
    }

    private static long Allocated(int layers)
    {
        INamedTypeSymbol type = Edited(layers, count: 1).Single();
        long before = GC.GetAllocatedBytesForCurrentThread();
        NetworkReader.Read(type, default);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<INamedTypeSymbol> Edited(int layers, int count)
    {
        string lists = string.Concat(Enumerable.Repeat("[Dense(32), BatchNorm, ReLU, Dropout(0.25)]\n", layers / 4));
        UserProject project = UserProject.Of($"[Network(MaxBatch = 8), Input(32)]\n{lists}public partial class DigitNet;", "");
        for (int i = 0; i < count; i++)
        {
            INamedTypeSymbol type = project.WithSource(1, $"class Other{i};").Compilation.GetTypeByMetadataName("DigitNet")!;
            type.GetAttributes();
            yield return type;
        }
    }
}
