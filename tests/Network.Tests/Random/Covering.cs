using System.Text.RegularExpressions;

namespace StaticNet.Network.Tests.Random;

/// <summary>Few random networks that have among them whatever is drawn.</summary>
internal static partial class Covering
{
    // Where the networks are that may be chosen: behind those that other tests draw one after the other.
    private const int First = 1000, Count = 2000;

    private static readonly Lazy<int[]> OfOptions = new(() => [.. Cover(Options)]);
    private static readonly Lazy<int[]> OfLayers = new(() => [.. Cover(Layers)]);

    /// <summary>Seeds of networks with every layer and every loss.</summary>
    public static IReadOnlyList<int> EveryLayer => OfLayers.Value;

    /// <summary>Seeds of networks with every layer, every loss and every option of theirs that is drawn; of switches and enums each value that is written.</summary>
    public static IReadOnlyList<int> EveryOption => OfOptions.Value;

    /// <summary>The names of the layers and losses of a network.</summary>
    public static IEnumerable<string> Layers(Declaration declaration) => declaration.Layers.Attributes.Select(NameOf);

    private static IEnumerable<string> Options(Declaration declaration) => declaration.Layers.Attributes.SelectMany(attribute =>
        Written().Matches(attribute).Select(option => $"{NameOf(attribute)}.{option.Value}").Prepend(NameOf(attribute)));

    // Again and again the network with most of what is still missing, for its size.
    private static IEnumerable<int> Cover(Func<Declaration, IEnumerable<string>> kinds)
    {
        var networks = Enumerable.Range(First, Count).Select(seed => (Seed: seed, Kinds: kinds(new(seed)).ToArray())).ToArray();
        HashSet<string> missing = [.. networks.SelectMany(network => network.Kinds)];
        while (missing.Count > 0)
        {
            var (seed, found) = networks.MaxBy(network => network.Kinds.Distinct().Count(missing.Contains) / (double)network.Kinds.Length);
            missing.ExceptWith(found);
            yield return seed;
        }
    }

    private static string NameOf(string attribute) => attribute.Split('(')[0];

    // An option, with its value where that is no number and no name.
    [GeneratedRegex(@"\b(?!Name|From|Weight )\w+ = ([A-Z]\w+\.\w+|true|false)?")]
    private static partial Regex Written();
}
