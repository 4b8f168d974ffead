using StaticNet.Storage;

namespace StaticNet.Runtime.Tests.Storage;

public class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("weight", "wieght", 2)]
    [InlineData("dense1.bias", "dense2.bias", 1)]
    public void DistanceIsLevenshteins(string a, string b, int distance)
    {
        Assert.Equal(distance, NearestName.Distance(a, b));
        Assert.Equal(distance, NearestName.Distance(b, a));
    }

    [Fact]
    public void TheFirstOfTheNearestWinsAndAbsurdNamesAreCut()
    {
        var nearest = new NearestName(new string('a', 1_000_000));
        Assert.Null(nearest.Name);
        nearest.Offer("b");
        nearest.Offer("aa");
        nearest.Offer("ac");
        Assert.Equal("aa", nearest.Name);
        Assert.Equal(203, NearestName.Quote(new string('a', 1_000_000)).Length);
    }
}
