namespace StaticNet.Runtime.Tests.Storage;

public class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("weight", "wieght", 2)]
    [InlineData("dense1.bias", "dense2.bias", 1)]
    [InlineData("Dense1.Bias", "dense1.bias", 0)]
    public void EditsAreLevenshteinsWithoutCase(string a, string b, int edits)
    {
        Assert.Equal(edits, NearestName.Edits(a, b));
        Assert.Equal(edits, NearestName.Edits(b, a));
    }

    [Fact]
    public void TheFirstOfTheNearestWinsAndAbsurdNamesAreCut()
    {
        string absurd = new('a', 1_000_000);
        Assert.Null(NearestName.Of(absurd, []));
        Assert.Equal("aa", NearestName.Of(absurd, ["b", "aa", "ac"]));
        Assert.Equal(203, NearestName.Quote(absurd).Length);
    }
}
