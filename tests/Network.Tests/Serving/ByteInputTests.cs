using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Serving;

[Network(MaxBatch = 3), Input(2, 3, 3, Mean = new[] { 0.4, 0.6 }, Std = new[] { 0.2, 0.25 }), Flatten, Dense(7), Tanh, Dense(4), SoftmaxCrossEntropy]
public partial class PixelNet;

[Network(MaxBatch = 3), Input(16, Scale = 1 / 16.0), Dense(2), MeanSquaredError]
public partial class ScaledNet;

/// <summary>Samples as bytes do what the same samples as floats do.</summary>
public class ByteInputTests
{
    private static readonly byte[] Pixels = [.. Numbers.Uniform(5 * 18, 1).Select(u => (byte)(256 * u))];
    private static readonly int[] Labels = [0, 3, 1, 2, 2];

    // Rounded as the bytes are: x·(scale/std) − mean/std.
    private static readonly float[] Floats = [.. Pixels.Select((x, i) => i / 9 % 2 == 0
        ? x * (float)(1 / 255.0 / 0.2) + (float)(-0.4 / 0.2)
        : x * (float)(1 / 255.0 / 0.25) + (float)(-0.6 / 0.25))];

    [Fact]
    public void Predictions_are_equal()
    {
        var net = new PixelNet(1);
        float[] expected = new float[12], actual = new float[12];
        net.Predict(Floats.AsSpan(0, 54), expected);
        net.Predict(Pixels.AsSpan(0, 54), actual);
        Assert.Equal(expected, actual);
        net.Forward(Floats.AsSpan(0, 18), expected.AsSpan(0, 4));
        net.Forward(Pixels.AsSpan(0, 18), actual.AsSpan(0, 4));
        Assert.Equal(expected, actual);
        Allocations.AreNone(10, () => net.Predict(Pixels.AsSpan(0, 54), actual));
    }

    [Fact]
    public void Training_is_equal()
    {
        PixelNet floats = new(1), bytes = new(1);
        var ofFloats = new PixelNet.Trainer(floats, new SGD(0.1));
        var ofBytes = new PixelNet.Trainer(bytes, new SGD(0.1));
        Batches floatData = PixelNet.Batches(Floats, Labels, 2, seed: 1), byteData = PixelNet.Batches(Pixels, Labels, 2, seed: 1);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            Assert.Equal(ofFloats.Step(Floats.AsSpan(18, 36), Labels.AsSpan(1, 2)), ofBytes.Step(Pixels.AsSpan(18, 36), Labels.AsSpan(1, 2)));
            ofFloats.Forward(Floats.AsSpan(0, 18));
            ofBytes.Forward(Pixels.AsSpan(0, 18));
            Assert.Equal(ofFloats.Backward(Labels.AsSpan(0, 1)), ofBytes.Backward(Labels.AsSpan(0, 1)));
            for (int i = 0; i < 3; i++)
                Assert.Equal(ofFloats.Step(floatData.Epoch(epoch)[i]), ofBytes.Step(byteData.Epoch(epoch)[i]));
        }

        Frozen.Of(floats, ofFloats).IsStill(Frozen.Of(bytes, ofBytes));
        Assert.Equal(floats.Evaluate(floatData), bytes.Evaluate(byteData));
        Assert.Equal(floats.Evaluate(Floats, Labels), bytes.Evaluate(Pixels, Labels));
        Allocations.AreNone(5, () => ofBytes.Step(Pixels.AsSpan(18, 36), Labels.AsSpan(1, 2)));
        Allocations.AreNone(5, () => ofBytes.Step(byteData.Epoch(0)[0]));
        Allocations.AreNone(5, () => bytes.Evaluate(byteData));
    }

    [Fact]
    public void A_scale_alone_scales()
    {
        var net = new ScaledNet(1);
        byte[] samples = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        float[] expected = new float[4], actual = new float[4];
        net.Predict([.. samples.Select(x => x / 16f)], expected);
        net.Predict(samples, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var net = new PixelNet(1);
        var trainer = new PixelNet.Trainer(net, new SGD(0.1));
        Frozen before = Frozen.Of(net, trainer);
        Assert.Throws<ArgumentException>(() => net.Predict(new byte[17], new float[4]));
        Assert.Throws<ArgumentException>(() => net.Predict(new byte[18], new float[5]));
        Assert.Throws<ArgumentException>(() => net.Predict(new byte[72], new float[16]));
        Assert.Throws<ArgumentException>(() => trainer.Step(new byte[17], Labels));
        Assert.Throws<ArgumentException>(() => trainer.Forward(Array.Empty<byte>()));
        Assert.Throws<ArgumentException>(() => PixelNet.Batches(new byte[19], new int[1], 1));
        before.IsStill(Frozen.Of(net, trainer));
    }

    [Fact]
    public void One_thread_at_a_time()
    {
        var net = new PixelNet(1);
        Workspace arena = Arenas.Of(net);
        arena.Enter();
        Assert.Throws<InvalidOperationException>(() => net.Predict(Pixels.AsSpan(0, 18), new float[4]));
        arena.Exit();
        net.Predict(Pixels.AsSpan(0, 18), new float[4]);
    }

    [Fact]
    public void The_arena_counts_the_place_of_the_samples() => Assert.Equal(PixelNet.ArenaBytes, 4L * Arenas.Of(new PixelNet()).Floats);
}
