using System.Globalization;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Random;

/// <summary>
/// Random declarations against the interpreter: 40 networks, or as many as the environment variable <c>STATICNET_RANDOM_NETWORKS</c> says.
/// </summary>
public class RandomNetworkTests
{
    private const int Usual = 40;

    // One in a hundred was measured, all of them gradients of whose terms nearly all cancel.
    private const double Share = 0.03;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Count)];

    public static TheoryData<int> SomeSeeds => [.. Enumerable.Range(0, Count / 4)];

    private static int Count => Environment.GetEnvironmentVariable("STATICNET_RANDOM_NETWORKS") is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : Usual;

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
        Type type = Compiled.Of(declaration, seed);
        Assert.Equal(Trial.Train(declaration, type, byParts: false), Trial.Train(declaration, type, byParts: true));
    }

    /// <summary>Nearly all results agree within the tolerance: measured rounding explains few, so it hides no mistake that many have.</summary>
    [Fact]
    public void Few_results_are_left_to_rounding()
    {
        var tally = new Tally();
        foreach (int seed in Enumerable.Range(0, Usual / 2))
        {
            var declaration = new Declaration(seed);
            Assert.Empty(Trial.Differences(declaration, Compiled.Of(declaration, seed), tally));
        }

        Assert.True(tally.LeftToRounding <= Share * tally.Compared, $"{tally.LeftToRounding} of {tally.Compared} results");
    }

    private static void Check(int seed, bool passes)
    {
        var declaration = new Declaration(seed);
        string[] differences = [.. Trial.Differences(declaration, Compiled.Of(declaration, seed, passes))];
        Assert.True(differences.Length == 0, declaration.Source + string.Join("\n", differences));
    }
}
