using StaticNet.Network.Tests.Random;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Widths;

/// <summary>Random networks that have every layer, with <c>Deterministic = true</c>: ten updates give the same bits at every width, with and without multiply-add.</summary>
public class DeterministicTests
{
    [Fact]
    public async Task Bits_do_not_depend_on_the_width()
    {
        byte[] networks = NetworkCompiler.Image(string.Concat(Covering.EveryLayer.Select(seed => new Declaration(seed) { Deterministic = true }.Source)));
        var (status, expected) = await Child.RunWith(networks, [], Program.Exact);
        Assert.True(status == 0, expected);
        Assert.Equal(Covering.EveryLayer.Count, expected.Split('\n').Count(line => line.StartsWith("Random", StringComparison.Ordinal)));
        foreach (string variable in WidthTests.Switches.Select(row => (string)row[0]))
        {
            (status, string found) = await Child.RunWith(networks, [variable], Program.Exact);
            Assert.True(status == 0, found);
            Assert.Equal(expected, found);
        }
    }
}
