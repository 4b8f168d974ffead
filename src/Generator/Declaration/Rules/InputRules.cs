using System.Globalization;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>What enters the network.</summary>
internal static class InputRules
{
    private const int MaxRank = 3; // [channels, height, width]

    public static IEnumerable<NetworkError> Count(NetworkDeclaration network)
    {
        if (network.Inputs.Count == 0)
            yield return new(Descriptors.NoInput, Site.Class, network.Name);
        else if (network.Inputs.Count > 1 && network.Inputs.LastOrDefault(input => !input.IsNamed) is { } nameless)
            yield return new(Descriptors.SeveralInputs, nameless.Site, network.Name, Number(network.Inputs.Count));
    }

    public static IEnumerable<NetworkError> Rank(NetworkDeclaration network) =>
        from input in network.Inputs
        where input.Shape.Count is 0 or > MaxRank
        select new NetworkError(Descriptors.InputRank, input.Site, Number(input.Shape.Count));

    public static IEnumerable<NetworkError> Extents(NetworkDeclaration network) =>
        from input in network.Inputs
        where input.Shape.Count is > 0 and <= MaxRank
        from axis in Enumerable.Range(0, input.Shape.Count)
        where input.Shape[axis] < 1
        select new NetworkError(Descriptors.InputExtent, input.Site, Number(axis + 1), Number(input.Shape[axis]));

    public static IEnumerable<NetworkError> Size(NetworkDeclaration network) =>
        from input in network.Inputs
        where input.Shape.Count <= MaxRank && input.Shape.All(extent => extent >= 1)
        let elements = input.Shape.Aggregate(1.0, (product, extent) => product * extent)
        where elements > int.MaxValue
        select new NetworkError(
            Descriptors.TooLarge, input.Site, "the input", $"a sample has {Infrastructure.Number.Text(elements)} elements, but at most {Number(int.MaxValue)} are counted", "make it smaller");

    private const int MostThreads = 64;

    public static IEnumerable<NetworkError> MaxBatch(NetworkDeclaration network)
    {
        if (network.MaxBatch < 1)
            yield return new(Descriptors.MaxBatch, network.Site, Number(network.MaxBatch));
    }

    public static IEnumerable<NetworkError> Threads(NetworkDeclaration network)
    {
        if (network.Threads is < 1 or > MostThreads)
            yield return new(Descriptors.Threads, network.Site, Number(MostThreads), Number(network.Threads));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
