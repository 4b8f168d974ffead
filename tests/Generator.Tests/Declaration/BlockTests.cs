using Microsoft.CodeAnalysis;
using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Declaration;

/// <summary>Blocks are written out by the reader.</summary>
public class BlockTests
{
    private const string Blocks = """
        [Conv2D(Channels, 3, Stride = Stride, Padding = 1, Bias = HasBias, Name = "first"), ReLU]
        [Conv2D(Channels, 3, Padding = 1)]
        [Conv2D(Channels, 1, Stride = Stride, From = Input, Name = "shortcut")]
        [Add("conv2", "shortcut"), Slope(0.5 * Slope)]
        public sealed class ResidualAttribute(int channels, int stride = 1, bool hasBias = true, double slope = 1) : BlockAttribute(channels, stride, hasBias, slope)
        {
            const int Channels = 1, Stride = 1;
            const bool HasBias = true;
            const double Slope = 1;
        }

        [LeakyReLU(Alpha), Add("leakyrelu1", Input)]
        public sealed class SlopeAttribute(double alpha) : BlockAttribute(alpha) { const double Alpha = 0; }

        [Reshape((Rows + 1) / 2, Rows * 4 - 1), Permute(new[] { Second, 3 - Second })]
        public sealed class ShapedAttribute(int rows, int second) : BlockAttribute(rows, second) { const int Rows = 1, Second = 1; }
        """;

    [Fact]
    public void A_use_becomes_the_layers_with_its_arguments()
    {
        NetworkDeclaration network = Read("Residual(8, stride: 2, slope: 0.25), Residual(4, 1, false)");
        Assert.Empty(network.Errors);
        Assert.Equal(
            [
                "residual1.first", "residual1.relu1", "residual1.conv2", "residual1.shortcut", "residual1.add1", "residual1.slope1.leakyrelu1", "residual1.slope1.add1",
                "residual2.first", "residual2.relu1", "residual2.conv2", "residual2.shortcut", "residual2.add1", "residual2.slope1.leakyrelu1", "residual2.slope1.add1",
            ],
            network.Layers.Select(layer => layer.Name));
        Assert.Equal("Residual2.Slope1.LeakyReLU1", network.Layers[12].Member);
        Assert.Equal(8, network.Layers[0].Positional[0].Value);
        Assert.Equal(2, Named(network.Layers[0], "Stride"));
        Assert.Equal(true, Named(network.Layers[0], "Bias"));
        Assert.Equal(false, Named(network.Layers[7], "Bias"));
        Assert.Equal(0.125, network.Layers[5].Positional[0].Value);
        Assert.Equal(0.5, network.Layers[12].Positional[0].Value);
        Assert.Equal(["input"], network.Layers[0].Sources);
        Assert.Equal(["input"], network.Layers[3].Sources);
        Assert.Equal(["residual1.conv2", "residual1.shortcut"], network.Layers[4].Sources);
        Assert.Equal(["residual1.slope1.leakyrelu1", "residual1.add1"], network.Layers[6].Sources);
        Assert.Equal(["residual1.slope1.add1"], network.Layers[10].Sources);
    }

    [Fact]
    public void A_block_reads_what_its_use_names()
    {
        NetworkDeclaration network = Read("ReLU, Slope(0.5, From = \"input\"), Add(\"relu1\", \"slope1.add1\")");
        Assert.Empty(network.Errors);
        Assert.Equal(["input"], network.Layers[1].Sources);
        Assert.Equal("slope1.leakyrelu1, input", string.Join(", ", network.Layers[2].Sources));
    }

    [Fact]
    public void A_layer_of_a_block_shares_the_parameters_of_another_of_its_own()
    {
        const string Tied = "[Dense(4), Tanh, Dense(4, Share = \"dense1\")] public sealed class TiedAttribute : BlockAttribute;";
        NetworkDeclaration network = UserProject.Of(Tied, "[Network, Input(4), Tied, Tied, Dense(4, Share = \"tied1.dense1\")] public partial class Net;").Read("Net");
        Assert.Empty(network.Errors);
        Assert.Equal(["tied1.dense1", "tied2.dense1", "tied1.dense1"], network.Layers.Select(layer => layer.Share).OfType<string>());
    }

    [Fact]
    public void Arguments_are_computed_as_in_CSharp()
    {
        NetworkDeclaration network = Read("Shaped(6, 2)");
        Assert.Equal([3, 23], (IEnumerable<int>)network.Layers[0].Positional[0].Value!);
        Assert.Equal([2, 1], (IEnumerable<int>)network.Layers[1].Positional[0].Value!);
    }

    [Theory]
    [InlineData("Slope(0.5), Slope(0.5, Name = \"slope1\")", "SN0013: 'slope1' (Slope) and the earlier layer 'slope1' both become the member 'Slope1'; give one of them another Name")]
    [InlineData("Slope(0.5), ReLU(Name = \"slope1\")", "SN0013: 'slope1' (ReLU) and the earlier layer 'slope1' both become the member 'Slope1'; give one of them another Name")]
    [InlineData("Slope(0.5, Name = \"1st\")", "SN0012: '1st' cannot name this Slope, since it is no C# identifier or a keyword; write for example Name = \"slope1\"")]
    [InlineData("Slope(0.5, From = \"slop\")", "SN0021: 'slope1.leakyrelu1' (LeakyReLU) reads 'slop', but no layer has that name; write 'input', the nearest earlier name")]
    [InlineData("Shaped(2147483647, 2)", "SN0047: '(Rows + 1) / 2' of [Reshape] in the block [Shaped] cannot be read; write numbers and constants of the block with + - * / alone, whose value is in range")]
    public void A_finding_lies_at_the_use(string layers, string text)
    {
        NetworkError error = Assert.Single(Read(layers).Errors);
        Assert.Equal(text, error.Text);
        Assert.True(error.Site.Index >= 2);
    }

    [Fact]
    public async Task A_compiled_block_has_no_source()
    {
        const string Library = "[Dense(Units), ReLU] public sealed class WideAttribute(int units) : BlockAttribute(units) { const int Units = 1; }";
        ImmutableArray<Diagnostic> found = await UserProject.Of("[Network, Input(4), Wide(8), Dense(2)] public partial class Net;").WithLibrary(Library).Build();
        Diagnostic own = Assert.Single(found, f => f.Severity == DiagnosticSeverity.Error);
        Assert.Equal("SN0046", own.Id);
        Assert.Contains("the block [Wide] comes compiled in 'Library'", own.GetMessage());
    }

    [Fact]
    public async Task Views_nest_as_blocks_do_whether_the_network_builds_or_not()
    {
        const string Use = "public static class Use { public static float First(Net net) => net.Wide1.Dense1.Weight[0, 0] + net.Wide1.Deep1.Dense1.Bias[0] + net.Dense1.Bias[0]; }";
        const string Wide = """
            [Dense(Units), ReLU, Deep(Units * 2)]
            public sealed class WideAttribute(int units) : BlockAttribute(units) { const int Units = 1; }
            [Dense(Units)]
            public sealed class DeepAttribute(int units) : BlockAttribute(units) { const int Units = 1; }
            """;
        foreach (int units in new[] { 2, 0 })
        {
            ImmutableArray<Diagnostic> found = await UserProject.Of(Wide, $"[Network, Input(4), Wide({units}), Dense(2)] public partial class Net;", Use).Build();
            Assert.Equal(units == 0 ? ["SN0028"] : [], found.Where(f => f.Severity == DiagnosticSeverity.Error).Select(f => f.Id));
        }
    }

    private static object? Named(LayerDeclaration layer, string option) => layer.Named.Single(named => named.Name == option).Argument.Value;

    private static NetworkDeclaration Read(string layers) =>
        UserProject.Of(Blocks, $"[Network, Input(3, 8, 8), {layers}] public partial class Net;").Read("Net");
}
