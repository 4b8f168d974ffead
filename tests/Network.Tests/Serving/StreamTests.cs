using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Serving;

/// <summary>A stream has a state of its own and its network's parameters.</summary>
public class StreamTests
{
    private const int Time = 2, Width = 3;

    [Fact]
    public void A_reset_goes_back_to_the_beginning()
    {
        var net = new StreamedStack(1);
        var stream = new StreamedStack.Stream(net);
        float[] x = Sequence(Time * Width), first = new float[5], second = new float[5], again = new float[5];
        stream.Step(x.AsSpan(0, Width), first);
        stream.Step(x.AsSpan(Width, Width), second);
        stream.Step(x.AsSpan(0, Width), again);
        Assert.NotEqual(first, again);
        stream.Reset();
        stream.Step(x.AsSpan(0, Width), again);
        Assert.Equal(first, again);
        stream.Step(x.AsSpan(Width, Width), again);
        Assert.Equal(second, again);
    }

    // A maximum over steps that have been keeps none of them either.
    [Fact]
    public void A_reset_empties_windows()
    {
        var stream = new StreamedMaxPools.Stream(new StreamedMaxPools(1));
        float[] low = [.. Enumerable.Repeat(-5f, 4 * Width)], first = new float[Width], again = new float[Width];
        stream.Step(low, first);
        stream.Step([.. Enumerable.Repeat(9f, 4 * Width)], again);
        Assert.All(again, value => Assert.Equal(9, value));
        stream.Reset();
        stream.Step(low, again);
        Assert.Equal(first, again);
        Assert.All(again, value => Assert.Equal(-5, value));
    }

    [Fact]
    public void Streams_of_one_network_share_its_parameters_and_have_states_of_their_own()
    {
        const int Voices = 20;
        var net = new StreamedLSTM(1);
        StreamedLSTM.Stream[] voices = [.. Enumerable.Range(0, Voices).Select(_ => new StreamedLSTM.Stream(net))];
        float[][] inputs = [.. Enumerable.Range(0, Voices).Select(voice => Sequence(Time * Width, 0.1f * voice))];
        float[] y = new float[4], alone = new float[4], before = new float[4];

        // All voices take turns; each is what it is alone, before and after the weights that they share change.
        for (int round = 0; round < 2; round++)
        {
            foreach (StreamedLSTM.Stream voice in voices)
                voice.Reset();
            for (int t = 0; t < Time; t++)
            {
                for (int voice = 0; voice < Voices; voice++)
                {
                    voices[voice].Step(inputs[voice].AsSpan(t * Width, Width), y);
                    var single = new StreamedLSTM.Stream(net);
                    for (int step = 0; step <= t; step++)
                        single.Step(inputs[voice].AsSpan(step * Width, Width), alone);
                    Assert.Equal(alone, y);
                }
            }

            if (round == 0)
                y.CopyTo(before, 0);
            else
                Assert.NotEqual(before, y);
            net.Parameters["dense1.bias"].CopyFrom([1, 1, 1, 1]);
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var stack = new StreamedStack.Stream(new StreamedStack(1));
        var rates = new StreamedRates.Stream(new StreamedRates(1));
        var tokens = new StreamedTokens.Stream(new StreamedTokens(1));
        float[] x = Sequence(Width), y = new float[5], several = Sequence(6 * Width), repeated = new float[8], scores = new float[7];
        int[] token = [3];
        Allocations.AreNone(100, () => stack.Step(x, y));
        Allocations.AreNone(100, () => rates.Step(several, repeated));
        Allocations.AreNone(100, () => tokens.Step(token, scores));
        Allocations.AreNone(100, stack.Reset);
    }

    [Fact]
    public void Lengths_are_checked()
    {
        var stream = new StreamedLSTM.Stream(new StreamedLSTM(1));
        Assert.Equal("input", Assert.Throws<ArgumentException>(() => stream.Step(new float[2], new float[4])).ParamName);
        Assert.Equal("output", Assert.Throws<ArgumentException>(() => stream.Step(new float[3], new float[5])).ParamName);
        Assert.Throws<ArgumentNullException>(() => new StreamedLSTM.Stream(null!));
    }

    private static float[] Sequence(int count, float from = 0) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(0.7f * i + 0.3f + from))];
}
