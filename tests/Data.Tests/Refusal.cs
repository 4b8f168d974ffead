namespace StaticNet.Data.Tests;

/// <summary>A call that is refused, and what the message says.</summary>
internal static class Refusal
{
    public static void Of<T>(string message, Action call)
        where T : Exception => Assert.Contains(message, Assert.ThrowsAny<T>(call).Message);
}
