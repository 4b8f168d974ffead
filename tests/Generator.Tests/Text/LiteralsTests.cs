using StaticNet.Generator.Text;

namespace StaticNet.Generator.Tests.Text;

public class LiteralsTests
{
    [Theory]
    [InlineData(0.1f, "0.1f")]
    [InlineData(1e-5f, "1e-05f")]
    [InlineData(1f, "1f")]
    [InlineData(-0f, "-0f")]
    [InlineData(0f, "0f")]
    [InlineData(float.NaN, "float.NaN")]
    [InlineData(float.PositiveInfinity, "float.PositiveInfinity")]
    [InlineData(float.NegativeInfinity, "float.NegativeInfinity")]
    [InlineData(float.MaxValue, "3.4028235e+38f")]
    public void Floats(float value, string expected) => Assert.Equal(expected, Literals.Of(value));

    [Theory]
    [InlineData(0.1, "0.1d")]
    [InlineData(1e-5, "1e-05d")]
    [InlineData(-0d, "-0d")]
    [InlineData(double.NaN, "double.NaN")]
    public void Doubles(double value, string expected) => Assert.Equal(expected, Literals.Of(value));

    [Fact]
    public void Integers()
    {
        Assert.Equal("-2147483648", Literals.Of(int.MinValue));
        Assert.Equal("5L", Literals.Of(5L));
    }

    [Fact]
    public void Text_is_escaped()
    {
        Assert.Equal("\"a\\\"b\\\\\\n\\t\\0\\u0001é\\u2028😀\"", Literals.Of("a\"b\\\n\t\0\u0001é\u2028😀"));
        Assert.Equal("'\\''", Literals.Of('\''));
    }

    [Theory]
    [InlineData(401_408, "401.4 KB")]
    [InlineData(64, "64 B")]
    [InlineData(999_999, "1.0 MB")]
    public void Bytes(long count, string expected) => Assert.Equal(expected, Literals.Bytes(count));

    [Theory]
    [InlineData(200_704, "200.7 kFLOP")]
    [InlineData(999, "999 FLOP")]
    [InlineData(2_500_000_000, "2.5 GFLOP")]
    public void Flops(long count, string expected) => Assert.Equal(expected, Literals.Flops(count));

    [Fact]
    public void Counts_have_their_thousands_apart() => Assert.Equal("100,352", Literals.Count(100_352));
}
