using System.Diagnostics;
using System.Runtime.InteropServices;

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
        string assembly = typeof(WidthTests).Assembly.Location;
        var start = new ProcessStartInfo(Host)
        {
            ArgumentList = { "exec", assembly, Math.Min(bits, Program.Bits).ToString(), First, Count },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[variable] = "0";
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = await child.StandardOutput.ReadToEndAsync() + await errors;
        await child.WaitForExitAsync();
        Assert.True(child.ExitCode == 0, output);
        Assert.Contains($"{Count} networks at {Math.Min(bits, Program.Bits)} bits", output);
    }

    // The dotnet that runs this process: <root>/shared/Microsoft.NETCore.App/<version>/ is where its runtime lies.
    private static string Host => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
