using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>The numbers that make an input of bytes.</summary>
internal static class ByteRules
{
    private const string Properties = $"{nameof(InputAttribute.Scale)}, {nameof(InputAttribute.Mean)} or {nameof(InputAttribute.Std)}";

    public static IEnumerable<NetworkError> Scaling(NetworkDeclaration network) =>
        from input in network.Inputs
        where input.Bytes is not null && input.Shape.Count > 0
        from fault in input.Element == Element.Float32 ? Faults(input.Bytes!, input.Shape[0]) : [(Properties, "Type = Element.Float32", $"Element.{input.Element}")]
        select new NetworkError(Descriptors.InputScaling, input.Site, fault.Property, fault.Needed, fault.Came);

    private static IEnumerable<(string Property, string Needed, string Came)> Faults(ByteScale bytes, int channels)
    {
        if (!IsScale(bytes.Scale))
            yield return (nameof(InputAttribute.Scale), "a finite number other than 0", Number.Text(bytes.Scale));
        foreach (var (name, values) in new[] { (nameof(InputAttribute.Mean), bytes.Mean), (nameof(InputAttribute.Std), bytes.Std) })
        {
            if (values.Count != 1 && values.Count != channels)
                yield return (name, channels == 1 ? "one number" : $"one number, or {channels}, one a channel", $"{values.Count} of them");
        }

        foreach (double mean in bytes.Mean.Where(mean => !Number.IsFinite(mean)))
            yield return (nameof(InputAttribute.Mean), "finite numbers", Number.Text(mean));
        foreach (double std in bytes.Std.Where(std => !IsScale(std)))
            yield return (nameof(InputAttribute.Std), "finite numbers other than 0", Number.Text(std));
        if (!IsScale(bytes.Scale) || !bytes.Mean.All(Number.IsFinite))
            yield break;
        foreach (double std in bytes.Std.Where(std => IsScale(std) && !(IsScale(bytes.Scale / std) && bytes.Mean.All(mean => Number.IsFinite(mean / std)))))
            yield return (nameof(InputAttribute.Std), "numbers by which Scale and Mean can be divided in single precision", Number.Text(std));
    }

    private static bool IsScale(double value) => (float)value != 0 && Number.IsFinite(value);
}
