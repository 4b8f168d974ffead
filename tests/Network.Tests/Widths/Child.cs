using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StaticNet.Network.Tests.Widths;

/// <summary>This assembly's <see cref="Program"/> in a process of its own, without some of the processor's instructions or with little room for files.</summary>
internal static class Child
{
    /// <summary>Its exit status and all that it printed.</summary>
    /// <param name="without">The JIT's switches to turn off.</param>
    /// <param name="arguments">The program's.</param>
    public static Task<(int Status, string Output)> Run(string[] without, params string[] arguments) =>
        Run(Host, [.. Words, .. arguments], without);

    /// <summary>The same with a file of compiled networks as the last argument.</summary>
    /// <param name="networks">The assembly.</param>
    /// <param name="without">The JIT's switches to turn off.</param>
    /// <param name="arguments">The program's.</param>
    public static async Task<(int Status, string Output)> RunWith(byte[] networks, string[] without, params string[] arguments)
    {
        string folder = Directory.CreateTempSubdirectory("staticnet-networks-").FullName, file = Path.Combine(folder, "Networks.dll");
        try
        {
            await File.WriteAllBytesAsync(file, networks);
            return await Run(without, [.. arguments, file]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The same where a file has room for so many blocks of 512 bytes: a write of more fails as on a full disk.</summary>
    /// <remarks>For a POSIX shell. Without its trap the signal would end the process; the runtime's own second view of its code is a file that is too large too.</remarks>
    public static Task<(int Status, string Output)> RunWithRoom(int blocks, params string[] arguments) =>
        Run("/bin/sh", ["-c", $"trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"", "sh", Host, .. Words, .. arguments], ["DOTNET_EnableWriteXorExecute"]);

    private static async Task<(int Status, string Output)> Run(string program, string[] arguments, string[] without)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string variable in without)
            start.Environment[variable] = "0";
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = await child.StandardOutput.ReadToEndAsync() + await errors;
        await child.WaitForExitAsync();
        return (child.ExitCode, output);
    }

    private static string[] Words => ["exec", typeof(Child).Assembly.Location];

    // The dotnet that runs this process: <root>/shared/Microsoft.NETCore.App/<version>/ is where its runtime lies.
    private static string Host => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
