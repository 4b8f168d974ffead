using StaticNet.Generator.Declaration;

namespace StaticNet.Generator.Tests.Declaration;

public class LayerNamesTests
{
    [Theory]
    [InlineData("StaticNet.DenseAttribute", "Dense", "Dense")]
    [InlineData("StaticNet.LeakyReLUAttribute", "LeakyReLU", "LeakyReLU")]
    [InlineData("StaticNet.Conv1DAttribute", "Conv1D", "Conv")]
    [InlineData("StaticNet.Conv2DAttribute", "Conv2D", "Conv")]
    [InlineData("StaticNet.ConvTranspose2DAttribute", "ConvTranspose2D", "Conv")]
    [InlineData("StaticNet.MaxPool2DAttribute", "MaxPool2D", "Pool")]
    [InlineData("StaticNet.AveragePool1DAttribute", "AveragePool1D", "Pool")]
    [InlineData("StaticNet.GlobalAveragePool2DAttribute", "GlobalAveragePool2D", "Pool")]
    [InlineData("StaticNet.SoftmaxCrossEntropyAttribute", "SoftmaxCrossEntropy", "SoftmaxCrossEntropy")]
    public void Kind_and_stem(string type, string kind, string stem)
    {
        Assert.Equal(kind, LayerNames.Kind(type));
        Assert.Equal(stem, LayerNames.Stem(kind));
    }

    [Fact]
    public void Default_names_are_in_lower_case() => Assert.Equal("leakyrelu1", LayerNames.OfMember("LeakyReLU1"));

    [Theory]
    [InlineData("dense1", "Dense1")]
    [InlineData("Hidden", "Hidden")]
    [InlineData("_x", "_x")]
    [InlineData("über", "Über")]
    public void Member(string name, string member) => Assert.Equal(member, LayerNames.Member(name));

    [Theory]
    [InlineData("dense1", true)]
    [InlineData("value", true)]
    [InlineData("class", false)]
    [InlineData("2nd", false)]
    [InlineData("a.b", false)]
    [InlineData("@a", false)]
    [InlineData("", false)]
    public void Identifier(string name, bool isOne) => Assert.Equal(isOne, LayerNames.IsIdentifier(name));
}
