using StaticNet.Network.Tests.Threads;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Random;

/// <summary>Random networks that have every layer, on three threads however small they are: they give the same bits as compiled for one.</summary>
[Collection(nameof(PatientTeam))]
public class RandomThreadTests(PatientTeam team)
{
    private static readonly int[] All = [.. Covering.EveryLayer];
    private static readonly Compiled OnOne = new(All), OnThree = new(All, threads: 3);

    public static TheoryData<int> Seeds => [.. All];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Trains_to_the_same_bits(int seed)
    {
        long before = team.Last;
        var declaration = new Declaration(seed);
        Type one = OnOne.Of(declaration, seed), three = OnThree.Of(declaration, seed);
        Assert.Equal(Trial.Train(declaration, one, byParts: false), Trial.Train(declaration, three, byParts: false));
        Assert.Equal(Inferred(declaration, one), Inferred(declaration, three));
        Assert.NotEqual(before, team.Last);
    }

    private static double[] Inferred(Declaration declaration, Type type)
    {
        var emitted = new EmittedNetwork(type, declaration.Optimizer(), seed: 7);
        var oracle = new OracleNetwork(emitted.Ir);
        declaration.Unsettle(emitted.Network.Parameters);
        return [.. Enumerable.Range(1, declaration.MaxBatch).SelectMany(n => emitted.Infer(declaration.Samples(oracle, n, 0, fromOutput: false), predictions: true))];
    }
}
