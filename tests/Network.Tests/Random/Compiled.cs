using System.Reflection;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Random;

/// <summary>Random networks, compiled forty at a time when the first of them is asked for; tests come in no order, so every compilation is kept.</summary>
/// <param name="seeds">The networks.</param>
/// <param name="threads">The threads that run each, however small it is.</param>
internal sealed class Compiled(IEnumerable<int> seeds, int threads = 1)
{
    private const int PerCompilation = 40;

    private readonly Lock _gate = new();
    private readonly int[][] _groups = [.. seeds.Chunk(PerCompilation)];
    private readonly Dictionary<(int Group, bool Passes), Assembly?> _assemblies = [];

    /// <summary>The class of a network.</summary>
    public Type Of(Declaration declaration, int seed, bool passes = true) =>
        (Shared(Array.FindIndex(_groups, group => group.Contains(seed)), passes) ?? NetworkCompiler.Compile(new Declaration(seed) { Threads = threads }.Source, passes, threadsFrom: 0))
        .GetType(declaration.Name, throwOnError: true)!;

    // Null where some network of the forty does not compile: then each is compiled alone, and only that one fails.
    private Assembly? Shared(int group, bool passes)
    {
        lock (_gate)
        {
            if (!_assemblies.TryGetValue((group, passes), out Assembly? assembly))
                _assemblies.Add((group, passes), assembly = Compile(_groups[group], passes, threads));
            return assembly;
        }
    }

    private static Assembly? Compile(int[] group, bool passes, int threads)
    {
        try
        {
            return NetworkCompiler.Compile(string.Concat(group.Select(seed => new Declaration(seed) { Threads = threads }.Source)), passes, threadsFrom: 0);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
