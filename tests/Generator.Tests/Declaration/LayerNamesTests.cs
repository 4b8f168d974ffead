using StaticNet.Generator.Declaration;

namespace StaticNet.Generator.Tests.Declaration;

public class LayerNamesTests
{
    [Theory]
    [InlineData("StaticNet.DenseAttribute", "Dense", "dense")]
    [InlineData("StaticNet.LeakyReLUAttribute", "LeakyReLU", "leakyrelu")]
    [InlineData("StaticNet.Conv1DAttribute", "Conv1D", "conv")]
    [InlineData("StaticNet.Conv2DAttribute", "Conv2D", "conv")]
    [InlineData("StaticNet.ConvTranspose2DAttribute", "ConvTranspose2D", "conv")]
    [InlineData("StaticNet.MaxPool2DAttribute", "MaxPool2D", "pool")]
    [InlineData("StaticNet.AveragePool1DAttribute", "AveragePool1D", "pool")]
    [InlineData("StaticNet.GlobalAveragePool2DAttribute", "GlobalAveragePool2D", "pool")]
    [InlineData("StaticNet.SoftmaxCrossEntropyAttribute", "SoftmaxCrossEntropy", "softmaxcrossentropy")]
    public void Kind_and_stem(string type, string kind, string stem)
    {
        Assert.Equal(kind, LayerNames.Kind(type));
        Assert.Equal(stem, LayerNames.Stem(kind));
    }

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
