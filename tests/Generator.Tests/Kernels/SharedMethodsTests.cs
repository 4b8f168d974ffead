using System.Text;
using System.Text.RegularExpressions;
using StaticNet.Generator.Declaration;
using StaticNet.Generator.Tests.House;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Kernels;

/// <summary>Equal layers share methods, so code grows with the kinds of layers, not with their number.</summary>
public class SharedMethodsTests
{
    [Theory]
    [InlineData("Dense(64), ReLU")]
    [InlineData("Dense(64), BatchNorm, Tanh")]
    [InlineData("Dense(64), Dropout(0.5), Sigmoid")]
    public void A_deeper_network_has_no_more_loops(string layers)
    {
        int six = Loops(layers, 6);
        Assert.True(six > 0);
        Assert.Equal(six, Loops(layers, 12));
    }

    [Fact]
    public void Convolutions_of_the_same_extents_share_their_tiles_whatever_follows_them()
    {
        string text = Emitted("[Network(MaxBatch = 4), Input(64, 8, 8), Conv2D(64, 3, Padding = 1), ReLU, Conv2D(64, 3, Padding = 1), BatchNorm, Tanh, Flatten, Dense(3), SoftmaxCrossEntropy] public partial class Net;");
        Assert.Equal(
            ["Products192To64Rows4", "Products192To64Rows8"],
            Regex.Matches(text, @"static void (Products\w+)<").Select(m => m.Groups[1].Value).Order());
        Assert.DoesNotContain("Conv2Rows", text, StringComparison.Ordinal);
    }

    // The largest network of the tests: its source stays readable.
    [Fact]
    public void ResNet_18_takes_less_than_a_megabyte()
    {
        NetworkDeclaration network = UserProject.Of(SourceTree.Read("tests/Network.Tests/Networks/ResNet18.cs")).Read("StaticNet.Network.Tests.Networks.ResNet18");
        Assert.InRange(Encoding.UTF8.GetByteCount(Compiler.Emit(network, CancellationToken.None).Text), 1, 999_999);
    }

    [Fact]
    public void Names_of_layers_do_not_clash_with_those_in_methods() => Assert.DoesNotContain(
        "ref float a = ref Unsafe.Add(ref a,",
        Text("Dense(8, Name = \"a\"), ReLU(Name = \"row\"), Dense(8, Name = \"column\"), Dense(8, Name = \"steps\")"));

    private static int Loops(string layers, int count) =>
        Text(string.Join(", ", Enumerable.Repeat(layers, count))).Split("MethodImplOptions.AggressiveOptimization").Length - 1;

    private static string Text(string layers)
    {
        return Emitted($"[Network(MaxBatch = 8), Input(64), {layers}, Dense(3), SoftmaxCrossEntropy] public partial class Net;");
    }

    private static string Emitted(string source)
    {
        NetworkDeclaration network = UserProject.Of(source).Read("Net");
        Assert.Empty(network.Errors);
        return Compiler.Emit(network, CancellationToken.None).Text;
    }
}
