using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using StaticNet.Platforms;

// Without arguments, or with the bits of the vectors that there must be: prints the numbers of this platform. With two files of numbers: compares them.
if (args.Length == 2)
{
    string[] lines = [.. Comparison.Differences(args[0], args[1])];
    Array.ForEach(lines, Console.WriteLine);
    return lines.Any(line => line.StartsWith("DIFFERS", StringComparison.Ordinal)) ? 1 : 0;
}

// As generated code chooses: 0 where 128 bits are computed in software.
int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
Console.Error.WriteLine($"{RuntimeInformation.ProcessArchitecture}, {bits} bits");
if (args.Length == 1 && args[0] != bits.ToString(CultureInfo.InvariantCulture))
{
    Console.Error.WriteLine($"Expected vectors of {args[0]} bits, but got {bits}.");
    return 1;
}

new Trial(Console.Out).Run();
return 0;
