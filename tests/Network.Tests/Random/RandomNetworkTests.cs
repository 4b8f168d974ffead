using System.Globalization;
using StaticNet.Network.Tests.Goldens;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Random;

/// <summary>
/// Random declarations against the interpreter: some that have every layer with every option that is drawn, and more until there are as many as the
/// environment variable <c>STATICNET_RANDOM_NETWORKS</c> says.
/// </summary>
public class RandomNetworkTests
{
    // One in a hundred was measured, all of them gradients of whose terms nearly all cancel.
    private const double Share = 0.03;

    private const int Tallied = 20;

    private static readonly int[] All = [.. Covering.EveryOption, .. Enumerable.Range(0, More)];
    private static readonly Compiled Networks = new(All);

    public static TheoryData<int> Seeds => [.. All];

    // A quarter is enough for what is nearly the same for all.
    public static TheoryData<int> SomeSeeds => [.. All.Take(All.Length / 4)];

    private static int More => Environment.GetEnvironmentVariable("STATICNET_RANDOM_NETWORKS") is { Length: > 0 } text
        ? Math.Max(0, int.Parse(text, CultureInfo.InvariantCulture) - Covering.EveryOption.Count)
        : 0;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Agrees_with_the_interpreter(int seed) => Check(seed, passes: true);

    [Theory]
    [MemberData(nameof(SomeSeeds))]
    public void Agrees_without_passes(int seed) => Check(seed, passes: false);

    [Theory]
    [MemberData(nameof(SomeSeeds))]
    public void Gives_the_same_bits_twice(int seed)
    {
        var declaration = new Declaration(seed);
        Type type = Networks.Of(declaration, seed);
        Assert.Equal(Trial.Train(declaration, type, byParts: false), Trial.Train(declaration, type, byParts: true));
    }

    /// <summary>Nearly all results agree within the tolerance: measured rounding explains few, so it hides no mistake that many have.</summary>
    [Fact]
    public void Few_results_are_left_to_rounding()
    {
        var tally = new Tally();
        foreach (int seed in Covering.EveryOption.Take(Tallied))
        {
            var declaration = new Declaration(seed);
            Assert.Empty(Trial.Differences(declaration, Networks.Of(declaration, seed), tally));
        }

        Assert.True(tally.LeftToRounding <= Share * tally.Compared, $"{tally.LeftToRounding} of {tally.Compared} results");
    }

    [Fact]
    public void Every_layer_and_every_loss_is_drawn()
    {
        foreach (IReadOnlyList<int> seeds in new[] { Covering.EveryLayer, Covering.EveryOption })
        {
            HashSet<string> drawn = [.. seeds.SelectMany(seed => Covering.Layers(new(seed)))];
            IEnumerable<string> kinds = Coverage.OfKind<LayerAttribute>().Concat(Coverage.OfKind<LossAttribute>()).Select(kind => kind.Name[..^nameof(Attribute).Length]);
            Assert.Empty(kinds.Except(drawn));
        }
    }

    private static void Check(int seed, bool passes)
    {
        var declaration = new Declaration(seed);
        string[] differences = [.. Trial.Differences(declaration, Networks.Of(declaration, seed, passes))];
        Assert.True(differences.Length == 0, declaration.Source + string.Join("\n", differences));
    }
}
