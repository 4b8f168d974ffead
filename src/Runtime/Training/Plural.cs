using System.Globalization;

namespace StaticNet;

/// <summary>Numbers with their nouns in messages: 1 sample, 2 samples.</summary>
internal static class Plural
{
    public static string Of(long count, string noun) =>
        count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(noun.EndsWith('s') ? "es" : "s")}");
}
