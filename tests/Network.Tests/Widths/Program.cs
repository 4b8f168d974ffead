using System.Runtime.Intrinsics;
using StaticNet.Network.Tests.Random;

namespace StaticNet.Network.Tests.Widths;

/// <summary>
/// The child process of <see cref="WidthTests"/>: <c>bits first count [nopasses]</c> runs random networks in this process's vector width
/// and prints every difference from the interpreter.
/// </summary>
internal static class Program
{
    /// <summary>The widest vectors that this process's kernels use.</summary>
    public static int Bits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    private static int Main(string[] args)
    {
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
