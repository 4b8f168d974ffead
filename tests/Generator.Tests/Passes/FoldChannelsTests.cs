using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Passes;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Tests.Plan;

namespace StaticNet.Generator.Tests.Passes;

public class FoldChannelsTests
{
    [Fact]
    public void A_normalisation_is_one_factor_and_one_summand() => IrText.Check(
        FoldChannels.Run,
        """
        %0 = input x [n,3]
        %1 = state mean [3]
        %2 = state scale [3]
        %3 = param weight [3]
        %4 = param bias [3]
        %5 = map max((a - b) * c * d + e, 0) : %0 %1 %2 %3 %4 [n,3]
        output y %5
        """,
        """
        %0 = input x [n,3]
        %1 = state mean [3]
        %2 = state scale [3]
        %3 = param weight [3]
        %4 = param bias [3]
        %5 = map a - b * c * d : %4 %1 %2 %3 [3]
        %6 = map a * b : %2 %3 [3]
        %7 = map max(a + b * c, 0) : %5 %6 %0 [n,3]
        output y %7
        """);

    [Fact]
    public void What_is_not_shorter_stays() => IrText.Keeps(
        FoldChannels.Run,
        """
        %0 = input x [n,3]
        %1 = param bias [3]
        %2 = param weight [3]
        %3 = map tanh(a * b + c) : %0 %2 %1 [n,3]
        output y %3
        """);

    [Fact]
    public void What_each_sample_has_of_its_own_is_not_folded() => IrText.Keeps(
        FoldChannels.Run,
        """
        %0 = input x [n,3]
        %1 = input m [n,1]
        %2 = input s [n,1]
        %3 = param weight [3]
        %4 = map (a - b) * c * d : %0 %1 %2 %3 [n,3]
        output y %4
        """);

    [Fact]
    public void A_stream_is_folded_like_the_whole()
    {
        NetworkGraphs graphs = Planned.Graphs("Input(6, 4), Conv1D(3, 3, PaddingMode = PaddingMode.Causal), BatchNorm, ReLU", "Stream = true");
        Graph stream = PassList.Run(graphs.Stream!, simplify: true, CancellationToken.None);
        Assert.Contains(stream.Results, result => result.Kind == ResultKind.NextState);
        Assert.All(
            stream.Nodes.Where(node => node.Op is Map && node.Results[0].Shape.PerSample),
            map => Assert.DoesNotContain(map.Inputs, input => input.Root().Op is State { Name: var name } && name.Contains("running")));
    }

    [Fact]
    public void Training_keeps_what_is_centred()
    {
        var (predict, train) = Planned.Network("Input(4), Dense(3), BatchNorm");
        Assert.Contains(predict.Nodes, node => node.Op is Map { Body: var body } && body == Scalar.Operand(0) + Scalar.Operand(1) * Scalar.Operand(2));
        Assert.Same(train, FoldChannels.Run(train));
    }

    /// <summary>In inference no step goes over the samples for a normalisation alone, and none reads more than a factor and a summand of each channel.</summary>
    [Theory]
    [InlineData("Input(4), Dense(3), BatchNorm, ReLU")]
    [InlineData("Input(4), Dense(3, Bias = false), BatchNorm")]
    [InlineData("Input(5, 4), Dense(3), BatchNorm, ReLU")]
    [InlineData("Input(5, 4), Conv1D(3, 3), BatchNorm, ReLU")]
    [InlineData("Input(2, 6, 6), Conv2D(3, 3, Padding = 1), BatchNorm, ReLU")]
    [InlineData("Input(2, 6, 6), Conv2D(3, 3, Bias = false), BatchNorm(Affine = false), ReLU")]
    [InlineData("Input(4, 6, 6), Conv2D(4, 3, Groups = 4), BatchNorm, ReLU6")]
    [InlineData("Input(4, 6, 6), SeparableConv2D(3, 3), BatchNorm, ReLU")]
    [InlineData("Input(2, 6, 6), ConvTranspose2D(3, 3), BatchNorm, ReLU")]
    [InlineData("Input(2, 6, 6), Conv2D(2, 3, Padding = 1, Name = \"a\"), Conv2D(2, 3, Padding = 1), BatchNorm(Name = \"b\"), Add(\"a\", \"b\"), ReLU")]
    public void A_normalisation_is_folded_into_the_product_before_it(string layers)
    {
        foreach (Step step in Grouping.Fuse(Planned.Network(layers).Predict))
        {
            Node[] maps = [.. step.Nodes.Where(node => node.Op is Map && node.Results[0].Shape.PerSample)];
            Assert.True(maps.Length == 0 || step.Nodes.Any(node => node.Op is Conv or MatMul), step.Name);
            Assert.All(maps, map => Assert.InRange(map.Inputs.Count(input => !input.Shape.PerSample), 0, 2));
        }
    }
}
