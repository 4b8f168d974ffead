namespace StaticNet.Network.Tests.Serving;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), LSTM(17, Layers = 2, ReturnSequences = true), LayerNorm, Dense(4), Tanh, MeanSquaredError]
public partial class StreamedLSTM;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), Conv1D(5, 3, PaddingMode = PaddingMode.Causal, Dilation = 2), ReLU, Conv1D(6, 2, PaddingMode = PaddingMode.Causal)]
[GRU(16, ReturnSequences = true, Bias = false), Dropout(0.5), RNN(7, ReturnSequences = true), Dense(5), Softmax]
public partial class StreamedStack;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), MaxPool1D(3, Stride = 2, Padding = 1), MaxPool1D(2)]
public partial class StreamedMaxPools;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), AveragePool1D(3, Stride = 2, Padding = 1), AveragePool1D(3, CeilMode = true)]
public partial class StreamedAveragePools;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), AveragePool1D(7, Stride = 4, Padding = 3, CountIncludePad = false)]
public partial class StreamedUncountedPadding;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), GRU(9, Layers = 2, ReturnSequences = true), Conv1D(5, 4, Stride = 2, PaddingMode = PaddingMode.Causal)]
[LSTM(16, ReturnSequences = true), MaxPool1D(3), RNN(4, ReturnSequences = true), UpSample1D(2)]
public partial class StreamedRates;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), Conv1D(8, 3, Pads = new[] { 2, 0 }), Conv1D(8, 3, Stride = 3, Groups = 4), Conv1D(5, 1, PaddingMode = PaddingMode.Zeros, Bias = false)]
public partial class StreamedConvolutions;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), SeparableConv1D(8, 3, DepthMultiplier = 2, PaddingMode = PaddingMode.Causal), BatchNorm, SpatialDropout(0.5)]
[SeparableConv1D(5, 3, Stride = 2, Dilation = 2, PaddingMode = PaddingMode.Causal, Bias = false), BatchNorm(Affine = false), ReLU]
public partial class StreamedSeparableConvolutions;

[Network(MaxBatch = 2, Stream = true), Input(10, Name = "cells"), Input(10, Name = "given"), Tanh, Input(12, 3, Name = "steps")]
[LSTM(5, Layers = 2, ReturnSequences = true, InitialState = new[] { "tanh1", "cells" }), GRU(10, ReturnSequences = true, InitialState = new[] { "given" }), Dense(4)]
public partial class StreamedFromStates;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), Dense(6, Name = "a"), PReLU, RMSNorm, Conv1D(6, 2, PaddingMode = PaddingMode.Causal, From = "a", Name = "b"), LayerNorm(Name = "c")]
[Add("a", "b"), Multiply("add1", "c"), Split("left", "right", Axis = 2), Concat("right", "b", "left", "rmsnorm1", Axis = 2), Slice(2, 1, 14), GaussianNoise(0.5), AlphaDropout(0.5), LogSoftmax]
public partial class StreamedJoints;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), Dense(6), ELU, GELU, HardSigmoid, HardSwish, HardTanh, LeakyReLU, LogSigmoid, Mish, ReLU6, SELU, Sigmoid, SiLU, Softplus, Softsign]
public partial class StreamedActivations;

[Network(MaxBatch = 2, Stream = true, Deterministic = true), Input(12, 3), GRU(16, ReturnSequences = true), MaxPool1D(2), Dense(5)]
public partial class StreamedDeterministically;

[Network(MaxBatch = 2, Stream = true), Input(12, Type = Element.Int32), Embedding(7, 5), GRU(16, ReturnSequences = true), Dense(7), Softmax]
public partial class StreamedTokens;

[Network(MaxBatch = 2, Stream = true), Input(6, 2, Name = "slow"), Input(12, 3, Name = "fast"), AveragePool1D(2, Name = "mean")]
[Concat("slow", "mean", Axis = 2), LSTM(8, ReturnSequences = true, Name = "state"), Output("state"), Dense(4, From = "fast", Name = "quick"), Output("quick")]
public partial class StreamedPair;

[Network(MaxBatch = 2, Stream = true), Input(12, 3), GRU(5), BatchNorm, Reshape(5, 1), LSTM(4, Bidirectional = true), Dense(3), SoftmaxCrossEntropy]
public partial class StreamedClassifier;

/// <summary>Step by step each layer gives what it gives for the whole sequence.</summary>
public class StreamedLayerTests
{
    private const int Time = 12, Width = 3;

    private delegate void Step<T>(ReadOnlySpan<T> input, Span<float> output);

    [Fact]
    public void Recurrent_layers_one_on_another()
    {
        var net = new StreamedLSTM(1);
        Agrees(net, new StreamedLSTM.Stream(net).Step, Time);
    }

    [Fact]
    public void Causal_convolutions_and_recurrent_layers()
    {
        var net = new StreamedStack(1);
        Agrees(net, new StreamedStack.Stream(net).Step, Time);
    }

    [Fact]
    public void Pools_take_as_many_steps_as_their_strides()
    {
        var net = new StreamedMaxPools(1);
        Agrees(net, new StreamedMaxPools.Stream(net).Step, Time / 4);
        var mean = new StreamedAveragePools(1);
        Agrees(mean, new StreamedAveragePools.Stream(mean).Step, Time / 6);
        var uncounted = new StreamedUncountedPadding(1);
        Agrees(uncounted, new StreamedUncountedPadding.Stream(uncounted).Step, Time / 4);
    }

    [Fact]
    public void Strides_between_recurrent_layers()
    {
        var net = new StreamedRates(1);
        Agrees(net, new StreamedRates.Stream(net).Step, Time / 6);
    }

    [Fact]
    public void Convolutions_that_read_no_step_to_come()
    {
        var net = new StreamedConvolutions(1);
        Agrees(net, new StreamedConvolutions.Stream(net).Step, Time / 3);
    }

    [Fact]
    public void Convolutions_in_two_parts_and_running_statistics()
    {
        var net = new StreamedSeparableConvolutions(1);
        net.BatchNorm1.RunningMean.CopyFrom([.. Enumerable.Range(0, 8).Select(i => 0.1f * i)]);
        net.BatchNorm2.RunningVar.CopyFrom([.. Enumerable.Range(0, 5).Select(i => 0.5f + i)]);
        Agrees(net, new StreamedSeparableConvolutions.Stream(net).Step, Time / 2);
    }

    [Fact]
    public void Initial_states_are_read_at_the_first_step()
    {
        var net = new StreamedFromStates(1);
        var stream = new StreamedFromStates.Stream(net);
        float[] cells = Sequence(10), given = [.. cells.Select(c => 0.5f - c)], steps = Sequence(Time * Width), whole = new float[Time * 4], y = new float[4];
        net.Predict(cells, given, steps, whole);
        for (int round = 0; round < 2; round++)
        {
            for (int t = 0; t < Time; t++)
            {
                float[] others = new float[10];
                stream.Step(t == 0 ? cells : others, t == 0 ? given : others, steps.AsSpan(t * Width, Width), y);
                Close(whole.AsSpan(t * 4, 4), y);
            }

            stream.Reset();
        }
    }

    [Fact]
    public void Joints_norms_and_noise()
    {
        var net = new StreamedJoints(1);
        Agrees(net, new StreamedJoints.Stream(net).Step, Time);
    }

    [Fact]
    public void Activations()
    {
        var net = new StreamedActivations(1);
        Agrees(net, new StreamedActivations.Stream(net).Step, Time);
    }

    [Fact]
    public void The_same_at_every_width()
    {
        var net = new StreamedDeterministically(1);
        Agrees(net, new StreamedDeterministically.Stream(net).Step, Time / 2);
    }

    [Fact]
    public void Tokens()
    {
        var net = new StreamedTokens(1);
        var stream = new StreamedTokens.Stream(net);
        Agrees(net, stream.Step, [.. Enumerable.Range(0, Time).Select(i => i * i % 7)], Time);
        Assert.Equal("input", Assert.Throws<ArgumentOutOfRangeException>(() => stream.Step([7], new float[7])).ParamName);
    }

    [Fact]
    public void Inputs_and_outputs_of_several_rates()
    {
        const int Steps = 6;
        var net = new StreamedPair(1);
        var stream = new StreamedPair.Stream(net);
        float[] slow = Sequence(Steps * 2), fast = Sequence(Time * Width), state = new float[Steps * 8], quick = new float[Time * 4];
        net.Predict(slow, fast, state, quick);
        float[] y = new float[8], z = new float[8];
        for (int t = 0; t < Steps; t++)
        {
            stream.Step(slow.AsSpan(t * 2, 2), fast.AsSpan(t * 2 * Width, 2 * Width), y, z);
            Close(state.AsSpan(t * 8, 8), y);
            Close(quick.AsSpan(t * 8, 8), z);
        }
    }

    // After as many steps as the network's sequences have, the prediction is the network's, loss's link included.
    [Fact]
    public void A_layer_that_gives_its_last_state_gives_it_at_each_step_to_layers_of_any_kind()
    {
        var net = new StreamedClassifier(1);
        var stream = new StreamedClassifier.Stream(net);
        float[] x = Sequence(Time * Width), expected = new float[3], y = new float[3];
        net.Predict(x, expected);
        for (int t = 0; t < Time; t++)
            stream.Step(x.AsSpan(t * Width, Width), y);
        Close(expected, y);
        Assert.Equal(1, y.Sum(), 1e-5);
    }

    private static void Agrees(INetwork<float> net, Step<float> step, int steps) => Agrees(net, step, Sequence(Time * Width), steps);

    private static void Agrees<T>(INetwork<T> net, Step<T> step, T[] x, int steps)
        where T : unmanaged
    {
        float[] whole = new float[net.OutputLength], y = new float[whole.Length / steps];
        int taken = x.Length / steps;
        Assert.Equal(x.Length, net.InputLength);
        net.Predict(x, whole);
        for (int t = 0; t < steps; t++)
        {
            step(x.AsSpan(t * taken, taken), y);
            Close(whole.AsSpan(t * y.Length, y.Length), y);
        }
    }

    private static void Close(ReadOnlySpan<float> expected, float[] actual)
    {
        for (int i = 0; i < actual.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-6);
    }

    // It begins below 0, where a state that starts at 0 would show in a maximum.
    private static float[] Sequence(int count) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(0.7f * i + 3.5f) - 0.5f)];
}
