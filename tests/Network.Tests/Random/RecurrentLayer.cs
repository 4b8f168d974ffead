namespace StaticNet.Network.Tests.Random;

/// <summary>A random recurrent layer.</summary>
/// <param name="Attribute">The layer, as its attribute is written.</param>
/// <param name="Shape">What it gives, without the batch.</param>
internal sealed record RecurrentLayer(string Attribute, int[] Shape)
{
    private static readonly int[] Units = [1, 2, 3, 5, 8, 16, 17];

    public static RecurrentLayer Of(System.Random random, int length)
    {
        string kind = Pick(["RNN", "LSTM", "GRU"]);
        int units = Units[random.Next(Units.Length)], layers = 1 + random.Next(2);
        bool both = random.Next(3) == 0, sequences = random.Next(2) == 0;
        string[] options =
        [
            $"{units}",
            .. layers > 1 ? [$"Layers = {layers}"] : Array.Empty<string>(),
            .. layers > 1 && random.Next(2) == 0 ? ["Dropout = 0.25"] : Array.Empty<string>(),
            .. both ? ["Bidirectional = true"] : Array.Empty<string>(),
            .. sequences ? ["ReturnSequences = true"] : Array.Empty<string>(),
            .. random.Next(4) == 0 ? ["Bias = false"] : Array.Empty<string>(),
            .. random.Next(4) == 0 ? ["Truncate = 2"] : Array.Empty<string>(),
        ];
        int width = both ? 2 * units : units;
        return new($"{kind}({string.Join(", ", options)})", sequences ? [length, width] : [width]);

        string Pick(string[] kinds) => kinds[random.Next(kinds.Length)];
    }
}
