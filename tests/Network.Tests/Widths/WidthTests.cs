namespace StaticNet.Network.Tests.Widths;

/// <summary>Random networks in processes whose vectors are narrower than this machine's.</summary>
public class WidthTests
{
    // Each process compiles one batch of networks; these come after those of the other tests.
    private const string First = "400", Count = "12";

    /// <summary>The switch of the JIT, and the width that remains.</summary>
    public static TheoryData<string, int> Switches => new()
    {
        { "DOTNET_EnableAVX512", 256 },
        { "DOTNET_EnableAVX2", 128 },
        { "DOTNET_EnableHWIntrinsic", 128 },
    };

    [Theory]
    [MemberData(nameof(Switches))]
    public async Task Agrees_with_the_interpreter(string variable, int bits)
    {
        (int status, string output) = await Child.Run([variable], Math.Min(bits, Program.Bits).ToString(), First, Count);
        Assert.True(status == 0, output);
        Assert.Contains($"{Count} networks at {Math.Min(bits, Program.Bits)} bits", output);
    }
}
