using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using StaticNet.Network.Tests.Checkpoints;
using StaticNet.Network.Tests.Random;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Widths;

/// <summary>
/// The child process of <see cref="WidthTests"/>: <c>bits first count [nopasses]</c> runs random networks in this process's vector width
/// and prints every difference from the interpreter; <c>exact first count</c> trains deterministic ones and prints a hash of their bits.
/// <c>checkpoints</c> kills processes of its own while they write checkpoints, <c>full-disk</c> starts one that has no room for one.
/// </summary>
internal static class Program
{
    /// <summary>The widest vectors that this process's kernels use.</summary>
    public static int Bits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>The word that asks for the bits of deterministic networks.</summary>
    public const string Exact = "exact";

    private static Task<int> Main(string[] args) => args[0] switch
    {
        Killed.Command => Killed.Run(),
        Killed.Victim => Task.FromResult(Killed.Die(args[1], int.Parse(args[2]))),
        FullDisk.Command => FullDisk.Run(),
        FullDisk.Victim => Task.FromResult(FullDisk.Write(args[1])),
        _ => Task.FromResult(RunNetworks(args)),
    };

    private static int RunNetworks(string[] args)
    {
        if (args[0] == Exact)
            return PrintBits(int.Parse(args[1]), int.Parse(args[2]));
        int bits = int.Parse(args[0]), first = int.Parse(args[1]), count = int.Parse(args[2]);
        if (bits != Bits)
        {
            Console.WriteLine($"This process has vectors of {Bits} bits, not {bits}.");
            return 1;
        }

        int failures = 0;
        for (int seed = first; seed < first + count; seed++)
        {
            var declaration = new Declaration(seed);
            string[] differences = Run(declaration, seed, passes: args.Length < 4);
            if (differences.Length == 0)
                continue;
            failures++;
            Console.WriteLine(declaration.Source + string.Join("\n", differences));
        }

        Console.WriteLine($"{count} networks at {Bits} bits, {failures} failed");
        return failures == 0 ? 0 : 1;
    }

    private static int PrintBits(int first, int count)
    {
        Declaration[] declarations = [.. Enumerable.Range(first, count).Select(seed => new Declaration(seed) { Deterministic = true })];
        Assembly networks = NetworkCompiler.Compile(string.Concat(declarations.Select(d => d.Source)));
        foreach (Declaration declaration in declarations)
        {
            float[] trained = Trial.Train(declaration, networks.GetType(declaration.Name, throwOnError: true)!, byParts: false);
            Console.WriteLine($"{declaration.Name} {Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(trained.AsSpan())))}");
        }

        return 0;
    }

    private static string[] Run(Declaration declaration, int seed, bool passes)
    {
        try
        {
            return [.. Trial.Differences(declaration, Compiled.Of(declaration, seed, passes))];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return [error.ToString()];
        }
    }
}
