using StaticNet.Generator.Ir;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Ir;

public class ShapeTests
{
    [Theory]
    [InlineData("[]", "[]", "[]")]
    [InlineData("[4]", "[]", "[4]")]
    [InlineData("[n,4]", "[4]", "[n,4]")]
    [InlineData("[n,4]", "[n,1]", "[n,4]")]
    [InlineData("[1,4]", "[n,1]", "[n,4]")]
    [InlineData("[3n,1]", "[2,1,5]", "[2,3n,5]")]
    [InlineData("[n]", "[4,1]", "[4,n]")]
    [InlineData("[n]", "[1]", "[n]")]
    public void Shapes_broadcast_from_the_last_axis(string a, string b, string common)
    {
        Assert.Equal(common, Shape.Broadcast([Of(a), Of(b)]).ToString());
        Assert.Equal(common, Shape.Broadcast([Of(b), Of(a)]).ToString());
    }

    [Theory]
    [InlineData("[2]", "[3]", "[2] and [3] do not match")]
    [InlineData("[n,4]", "[n]", "[n,4] and [n] do not match")]
    [InlineData("[n]", "[2n]", "[n] and [2n] do not match")]
    [InlineData("[3]", "[3n]", "[3] and [3n] do not match")]
    [InlineData("[n,1]", "[n]", "[n,n] has more than one dimension with the batch")]
    public void Shapes_that_do_not_broadcast_are_named(string a, string b, string message) =>
        Assert.Equal(message, Assert.Throws<ShapeError>(() => Shape.Broadcast([Of(a), Of(b)])).Message);

    [Fact]
    public void A_count_carries_the_batch()
    {
        Assert.Equal("24n", Of("[2,3n,4]").Count.ToString());
        Assert.Equal("8", Of("[2,3n,4]").With(1, 1).Count.ToString());
        Assert.Equal("1", Shape.Scalar.Count.ToString());
        Assert.Equal(120, Of("[2,3n,4]").Count.At(5));
        Assert.Equal("12n", Of("[2,3n,4]").Span(1, 3).ToString());
    }

    [Fact]
    public void A_count_beyond_an_int_is_an_error()
    {
        SizeError error = Assert.Throws<SizeError>(() => Of("[65536,65536]").Count);
        Assert.Equal("[65536,65536] has more than 2147483647 elements", error.Message);
    }

    [Fact]
    public void Shapes_compare_by_value()
    {
        Assert.Equal(Of("[n,4]"), Of("[n,4]"));
        Assert.Equal(Of("[n,4]").GetHashCode(), Of("[n,4]").GetHashCode());
        Assert.NotEqual(Of("[1,4]"), Of("[n,4]"));
        Assert.NotEqual(Of("[4]"), Of("[1,4]"));
    }

    private static Shape Of(string text) => new TextLine(text, 1).TakeShape();
}
