using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

[Network(MaxBatch = 32), Input(2), Dense(8), Tanh, Dense(1)]
public partial class ForgerNet;

[Network(MaxBatch = 32, InputGradient = true), Input(1), Dense(8), Tanh, Dense(1), BinaryCrossEntropy]
public partial class JudgeNet;

/// <summary>Two networks trained against each other: the gradient of one's input is the gradient of the other's output.</summary>
public class AdversaryTests
{
    private const int Samples = 32;

    private readonly float[] _real = [.. Numbers.Normal(Samples, 1).Select(x => 3 + 0.5f * x)];
    private readonly float[] _fake = new float[Samples], _gradient = new float[Samples];
    private readonly float[] _ones = [.. Enumerable.Repeat(1f, Samples)], _zeros = new float[Samples];

    [Fact]
    public void The_forger_comes_to_the_real_mean()
    {
        var (forger, judge) = (new ForgerNet(1), new JudgeNet(2));
        ForgerNet.Trainer forging = new(forger, new Adam(0.01) { Beta1 = 0.5 });
        JudgeNet.Trainer judging = new(judge, new Adam(0.01) { Beta1 = 0.5 });
        float[] noise = Numbers.Normal(Samples * 2, 3);
        double mean = 0;
        for (int round = 0; round < 800; round++)
        {
            Round(forging, judging, noise);
            mean += round >= 400 ? _fake.Average() / 400 : 0; // the two go in circles around it
        }

        Assert.Equal(_real.Average(), mean, 0.5);
        Allocations.AreNone(10, () => Round(forging, judging, noise));
    }

    private void Round(ForgerNet.Trainer forging, JudgeNet.Trainer judging, float[] noise)
    {
        forging.Forward(noise);
        forging.CopyOutput(_fake);

        // The judge learns from both halves in one update.
        judging.Forward(_real);
        judging.Backward(_ones);
        judging.Forward(_fake);
        judging.Backward(_zeros);
        judging.Apply();

        // The forger learns what would have been taken for real; the judge forgets these gradients.
        judging.Forward(_fake);
        judging.Backward(_ones);
        judging.CopyInputGradient(_gradient);
        judging.ZeroGradients();
        forging.BackwardFrom(_gradient);
        forging.Apply();
    }
}
