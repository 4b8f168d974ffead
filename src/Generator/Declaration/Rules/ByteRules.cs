using System.Globalization;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>The numbers that make an input of bytes.</summary>
internal static class ByteRules
{
    public static IEnumerable<NetworkError> Scaling(NetworkDeclaration network) =>
        from input in network.Inputs
        where input.Bytes is not null && input.Shape.Count > 0
        from fault in Faults(input.Bytes!, input.Shape[0])
        select new NetworkError(Descriptors.InputScaling, input.Site, fault.Property, fault.Needed, fault.Came);

    private static IEnumerable<(string Property, string Needed, string Came)> Faults(ByteScale bytes, int channels)
    {
        if (!IsDivisor(bytes.Scale))
            yield return (nameof(InputAttribute.Scale), "a finite number other than 0", Number(bytes.Scale));
        foreach (var (name, values) in new[] { (nameof(InputAttribute.Mean), bytes.Mean), (nameof(InputAttribute.Std), bytes.Std) })
        {
            if (values.Count != 1 && values.Count != channels)
                yield return (name, channels == 1 ? "one number" : $"one number, or {channels}, one a channel", $"{values.Count} of them");
        }

        foreach (double mean in bytes.Mean.Where(mean => double.IsNaN(mean) || double.IsInfinity(mean)))
            yield return (nameof(InputAttribute.Mean), "finite numbers", Number(mean));
        foreach (double std in bytes.Std.Where(std => !IsDivisor(std)))
            yield return (nameof(InputAttribute.Std), "finite numbers other than 0", Number(std));
    }

    private static bool IsDivisor(double value) => value != 0 && !double.IsNaN(value) && !double.IsInfinity(value);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
