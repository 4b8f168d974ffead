using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Tests.Plan;

public class StrideTests
{
    // [3,n,20] in rows of 32: where the batch lies inside an axis, that axis steps over the samples that are there.
    [Fact]
    public void Strides_around_the_batch_count_the_samples_that_are_there()
    {
        var storage = new Storage("x", Region.Arena, new Dim(3, true), 20, 32);
        Assert.Equal<Stride>([new Stride(32, true), new Stride(32), new Stride(1)], storage.Strides(new(3, Dim.N, 20)));
    }

    [Theory]
    [InlineData(1, false, "t")]
    [InlineData(32, false, "t * 32")]
    [InlineData(1, true, "t * batch")]
    [InlineData(32, true, "t * batch * 32")]
    public void An_offset(long floats, bool perSample, string text) => Assert.Equal(text, new Stride(floats, perSample).Of("t"));
}
