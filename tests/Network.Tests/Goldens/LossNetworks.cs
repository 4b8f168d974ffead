using System.Reflection;
using System.Text.Json;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>A network for each declaration and shape of the losses' golden file, which does nothing before its loss.</summary>
internal static class LossNetworks
{
    private static readonly List<(string Declaration, string Shape)> Keys = [.. GoldenFile.Cases("losses.json").Select(Key).Distinct()];

    private static readonly Lazy<Assembly> Compiled = new(() => NetworkCompiler.Compile(string.Concat(Keys.Select(key => $$"""
        [Network(MaxBatch = 5, InputGradient = true), Input({{key.Shape}}), Reshape({{key.Shape}}), {{key.Declaration}}]
        public partial class {{Name(key)}};

        """))));

    public static Type Of(JsonElement golden) => Compiled.Value.GetType(Name(Key(golden)), throwOnError: true)!;

    /// <summary>The loss of a case with its options.</summary>
    public static LossAttribute Loss(JsonElement golden) => Of(golden).GetCustomAttribute<LossAttribute>()!;

    private static string Name((string Declaration, string Shape) key) => $"Loss{Keys.IndexOf(key)}";

    private static (string Declaration, string Shape) Key(JsonElement golden) => (golden.Text("declaration"), string.Join(", ", golden.Shape("logits").Skip(1)));
}
