namespace StaticNet.Network.Tests.Random;

/// <summary>A random recurrent layer.</summary>
/// <param name="Attribute">The layer, as its attribute is written.</param>
/// <param name="Shape">What it gives, without the batch.</param>
internal sealed record RecurrentLayer(string Attribute, int[] Shape)
{
    private static readonly int[] Units = [1, 2, 3, 5, 8, 16, 17];

    /// <summary>A layer for a sequence.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="length">The steps.</param>
    /// <param name="vectors">Names and widths of what may be the state before the first step.</param>
    public static RecurrentLayer Of(System.Random random, int length, IReadOnlyList<(string Name, int Width)> vectors)
    {
        string kind = Pick(["RNN", "LSTM", "GRU"]);
        int units = Units[random.Next(Units.Length)], layers = 1 + random.Next(2);
        bool both = random.Next(3) == 0, sequences = random.Next(2) == 0;
        string initial = "";
        int states = layers * (both ? 2 : 1);
        if (vectors.Where(v => v.Width % states == 0 && v.Width / states <= Units[^1]).ToArray() is { Length: > 0 } known && random.Next(2) == 0)
        {
            var (name, all) = known[random.Next(known.Length)];
            (units, initial) = (all / states, $"\"{name}\"{(kind == "LSTM" ? $", \"{name}\"" : "")}");
        }

        string[] options =
        [
            $"{units}",
            .. layers > 1 ? [$"Layers = {layers}"] : Array.Empty<string>(),
            .. layers > 1 && random.Next(2) == 0 ? ["Dropout = 0.25"] : Array.Empty<string>(),
            .. both ? ["Bidirectional = true"] : Array.Empty<string>(),
            .. sequences ? ["ReturnSequences = true"] : Array.Empty<string>(),
            .. random.Next(4) == 0 ? ["Bias = false"] : Array.Empty<string>(),
            .. initial.Length > 0 ? [$"InitialState = new[] {{ {initial} }}"] : Array.Empty<string>(),
            .. random.Next(4) == 0 ? ["Truncate = 2"] : Array.Empty<string>(),
            .. kind == "RNN" && random.Next(2) == 0 ? ["Nonlinearity = Nonlinearity.ReLU"] : Array.Empty<string>(),
        ];
        int width = both ? 2 * units : units;
        return new($"{kind}({string.Join(", ", options)})", sequences ? [length, width] : [width]);

        string Pick(string[] kinds) => kinds[random.Next(kinds.Length)];
    }
}
