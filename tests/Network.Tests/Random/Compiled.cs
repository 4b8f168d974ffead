using System.Reflection;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Random;

/// <summary>Random networks, compiled forty at a time; the last compilation is kept.</summary>
internal static class Compiled
{
    public const int PerCompilation = 40;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<bool, (int Index, Assembly? Assembly)> Last = [];

    /// <summary>The class of a network.</summary>
    public static Type Of(Declaration declaration, int seed, bool passes = true) =>
        (Shared(seed / PerCompilation, passes) ?? NetworkCompiler.Compile(declaration.Source, passes)).GetType(declaration.Name, throwOnError: true)!;

    // Null where some network of the forty does not compile: then each is compiled alone, and only that one fails.
    private static Assembly? Shared(int index, bool passes)
    {
        lock (Gate)
        {
            if (!Last.TryGetValue(passes, out var last) || last.Index != index)
                Last[passes] = last = (index, Compile(index, passes));
            return last.Assembly;
        }
    }

    private static Assembly? Compile(int index, bool passes)
    {
        var sources = Enumerable.Range(index * PerCompilation, PerCompilation).Select(seed => new Declaration(seed).Source);
        try
        {
            return NetworkCompiler.Compile(string.Concat(sources), passes);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
