namespace StaticNet.Network.Tests.Widths;

/// <summary>Random networks with <c>Deterministic = true</c>: ten updates give the same bits at every width, with and without multiply-add.</summary>
public class DeterministicTests
{
    private const string First = "520", Count = "10";

    [Fact]
    public async Task Bits_do_not_depend_on_the_width()
    {
        var (status, expected) = await Child.Run([], Program.Exact, First, Count);
        Assert.True(status == 0, expected);
        Assert.Equal(int.Parse(Count), expected.Split('\n').Count(line => line.StartsWith("Random", StringComparison.Ordinal)));
        foreach (string variable in WidthTests.Switches.Select(row => (string)row[0]))
        {
            (status, string found) = await Child.Run([variable], Program.Exact, First, Count);
            Assert.True(status == 0, found);
            Assert.Equal(expected, found);
        }
    }
}
