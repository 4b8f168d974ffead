using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Tests.Diagnostics;

public class NetworkErrorTests
{
    [Fact]
    public void The_text_is_id_and_sentence() => Assert.Equal(
        "SN0201: 'dense1' (Dense) needs one feature axis, but 'pool2' produces [n,16,5,5]; add [Flatten] between them",
        new NetworkError(
            Descriptors.WrongRank, new Site(3), "dense1", "Dense", "one feature axis", "pool2", "[n,16,5,5]", "add [Flatten] between them").Text);

    [Fact]
    public void Equal_findings_are_equal_values()
    {
        NetworkError first = new(Descriptors.NotPartial, Site.Class, "DigitNet");
        Assert.Equal(first, new NetworkError(Descriptors.NotPartial, Site.Class, "DigitNet"));
        Assert.NotEqual(first, new NetworkError(Descriptors.NotPartial, Site.Class, "LetterNet"));
        Assert.NotEqual(first, new NetworkError(Descriptors.NotPartial, new Site(0), "DigitNet"));
    }
}
