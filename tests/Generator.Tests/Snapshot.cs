using System.Runtime.CompilerServices;

namespace StaticNet.Generator.Tests;

/// <summary>
/// Compares a text with the recorded one, <c>Class.Method.verified.cs</c> beside the test, and on a difference writes
/// <c>Class.Method.received.cs</c>: the call shape and the file conventions of Verify.
/// </summary>
internal static class Snapshot
{
    // Set to 1, every text is recorded as it is.
    private const string Accept = "STATICNET_ACCEPT";

    public static void Verify(string text, [CallerFilePath] string test = "", [CallerMemberName] string method = "") =>
        Match(text, $"{Path.ChangeExtension(test, null)}.{method}.verified.cs");

    /// <summary>As above, with a recorded file of any name.</summary>
    public static void Match(string text, string verified)
    {
        string received = Path.ChangeExtension(verified.Replace(".verified.", "."), ".received.cs");
        Directory.CreateDirectory(Path.GetDirectoryName(verified)!);
        File.Delete(received);
        string recorded = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (Lines(text) == Lines(recorded))
            return;
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(verified, Lines(text));
            return;
        }

        File.WriteAllText(received, Lines(text));
        Assert.Fail($"""
            {Path.GetFileName(verified)} differs {FirstDifference(Lines(recorded).Split('\n'), Lines(text).Split('\n'))}
            Compare it with {Path.GetFileName(received)} beside it; if the new text is right: {Accept}=1 dotnet test tests/Generator.Tests
            """);
    }

    private static string Lines(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string FirstDifference(string[] recorded, string[] received)
    {
        int line = recorded.Zip(received).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"from line {line + 1} on:\n- {recorded.ElementAtOrDefault(line)}\n+ {received.ElementAtOrDefault(line)}";
    }
}
