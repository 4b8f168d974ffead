using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StaticNet.Network.Tests.Widths;

/// <summary>This assembly's <see cref="Program"/> in a process of its own, without some of the processor's instructions.</summary>
internal static class Child
{
    /// <summary>Its exit status and all that it printed.</summary>
    /// <param name="without">The JIT's switches to turn off.</param>
    /// <param name="arguments">The program's.</param>
    public static async Task<(int Status, string Output)> Run(string[] without, params string[] arguments)
    {
        var start = new ProcessStartInfo(Host) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["exec", typeof(Child).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        foreach (string variable in without)
            start.Environment[variable] = "0";
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = await child.StandardOutput.ReadToEndAsync() + await errors;
        await child.WaitForExitAsync();
        return (child.ExitCode, output);
    }

    // The dotnet that runs this process: <root>/shared/Microsoft.NETCore.App/<version>/ is where its runtime lies.
    private static string Host => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
