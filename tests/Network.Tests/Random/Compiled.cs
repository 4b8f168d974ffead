using System.Reflection;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Random;

/// <summary>Random networks, compiled forty at a time; tests come in no order, so every compilation is kept.</summary>
internal static class Compiled
{
    public const int PerCompilation = 40;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<(int Index, bool Passes), Assembly?> Assemblies = [];

    /// <summary>The class of a network.</summary>
    public static Type Of(Declaration declaration, int seed, bool passes = true) =>
        (Shared(seed / PerCompilation, passes) ?? NetworkCompiler.Compile(declaration.Source, passes)).GetType(declaration.Name, throwOnError: true)!;

    // Null where some network of the forty does not compile: then each is compiled alone, and only that one fails.
    private static Assembly? Shared(int index, bool passes)
    {
        lock (Gate)
        {
            if (!Assemblies.TryGetValue((index, passes), out Assembly? assembly))
                Assemblies.Add((index, passes), assembly = Compile(index, passes));
            return assembly;
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
