using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using StaticNet.Platforms;

// Without arguments: prints the numbers of this platform. With two files of numbers: compares them.
if (args.Length == 2)
{
    string[] lines = [.. Comparison.Differences(args[0], args[1])];
    Array.ForEach(lines, Console.WriteLine);
    return lines.Any(line => line.StartsWith("DIFFERS", StringComparison.Ordinal)) ? 1 : 0;
}

int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 32;
Console.Error.WriteLine($"{RuntimeInformation.ProcessArchitecture}, {bits} bits");
new Trial(Console.Out).Run();
return 0;
