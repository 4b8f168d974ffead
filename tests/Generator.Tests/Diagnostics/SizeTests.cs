using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>What no array can hold is told with its size, where it lies.</summary>
public class SizeTests
{
    [Theory]
    [InlineData("Network, Input(50000, 50000, 4), Flatten, Dense(2)", "the input is too large: a sample has 10000000000 elements, but at most 2147483647 are counted; make it smaller")]
    [InlineData("Network, Input(40000), Dense(40000), Dense(40000)", "'Net' is too large: its parameters take 3201360000 floats, but an array holds 2147483647; lower MaxBatch or the layers' sizes")]
    [InlineData("Network(MaxBatch = 100000), Input(32000), ReLU, Dense(2)", "'Net' is too large: for MaxBatch = 100000 'inputRows' takes 3200000000 floats, but an array holds 2147483647; lower MaxBatch or the layers' sizes")]
    [InlineData("Network(MaxBatch = 100000), Input(16), Dense(16000, Name = \"a\"), Tanh, Dense(16000, Name = \"b\"), Tanh, Dense(2)", "'Net' is too large: an arena takes at least 3200000000 floats, but an array holds 2147483647; lower MaxBatch or the layers' sizes")]
    public void It_names_what_is_too_large(string attributes, string message) => Assert.Equal(
        "SN0401: " + message,
        Assert.Single(Compiler.Check(UserProject.Of($"[{attributes}] public partial class Net;").Read("Net"), CancellationToken.None)).Text);
}
