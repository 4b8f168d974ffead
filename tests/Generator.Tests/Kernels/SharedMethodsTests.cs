using StaticNet.Generator.Declaration;
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
    public void Names_of_layers_do_not_clash_with_those_in_methods() => Assert.DoesNotContain(
        "ref float a = ref Unsafe.Add(ref a,",
        Text("Dense(8, Name = \"a\"), ReLU(Name = \"row\"), Dense(8, Name = \"column\"), Dense(8, Name = \"steps\")"));

    private static int Loops(string layers, int count) =>
        Text(string.Join(", ", Enumerable.Repeat(layers, count))).Split("MethodImplOptions.AggressiveOptimization").Length - 1;

    private static string Text(string layers)
    {
        string source = $"[Network(MaxBatch = 8), Input(64), {layers}, Dense(3), SoftmaxCrossEntropy] public partial class Net;";
        NetworkDeclaration network = UserProject.Of(source).Read("Net");
        Assert.Empty(network.Errors);
        return Compiler.Emit(network, CancellationToken.None).Text;
    }
}
