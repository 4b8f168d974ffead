using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using StaticNet.Network.Tests.Checkpoints;
using StaticNet.Network.Tests.Random;

namespace StaticNet.Network.Tests.Widths;

/// <summary>
/// The child process of <see cref="WidthTests"/>: <c>bits file</c> runs the compiled random networks of a file in this process's vector width
/// and prints every difference from the interpreter; <c>exact file</c> trains deterministic ones and prints a hash of their bits.
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
        Type[] networks = [.. Assembly.LoadFrom(args[1]).GetExportedTypes().Where(type => type.IsAssignableTo(typeof(INetwork)))];
        if (args[0] == Exact)
            return PrintBits(networks);
        int bits = int.Parse(args[0]);
        if (bits != Bits)
        {
            Console.WriteLine($"This process has vectors of {Bits} bits, not {bits}.");
            return 1;
        }

        int failures = 0;
        foreach (Type network in networks)
        {
            var declaration = Declaration.Of(network);
            string[] differences = Run(declaration, network);
            if (differences.Length == 0)
                continue;
            failures++;
            Console.WriteLine(declaration.Source + string.Join("\n", differences));
        }

        Console.WriteLine($"{networks.Length} networks at {Bits} bits, {failures} failed");
        return failures == 0 ? 0 : 1;
    }

    private static int PrintBits(IEnumerable<Type> networks)
    {
        foreach (Type network in networks)
        {
            float[] trained = Trial.Train(Declaration.Of(network), network, byParts: false);
            Console.WriteLine($"{network.Name} {Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(trained.AsSpan())))}");
        }

        return 0;
    }

    private static string[] Run(Declaration declaration, Type network)
    {
        try
        {
            return [.. Trial.Differences(declaration, network)];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return [error.ToString()];
        }
    }
}
