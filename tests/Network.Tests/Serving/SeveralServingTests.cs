using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Serving;

/// <summary>An image as bytes or floats beside hints that are floats, and three losses that divide by different things.</summary>
[Network(MaxBatch = 4)]
[Input(2, 3, Name = "image", Mean = new[] { 0.4, 0.6 }, Std = new[] { 0.2, 0.25 }), Flatten, Dense(3), Output("mask")]
[Input(3, Name = "hints"), Add("dense1", "hints"), Tanh, Dense(4)]
[SoftmaxCrossEntropy(From = "output", ClassWeights = new[] { 1.0, 2.0, 0.5, 0.0 })]
[BinaryCrossEntropy(From = "mask", Weight = 0.5), MeanAbsoluteError(From = "mask", Reduction = Reduction.Sum, Weight = 0.25)]
public partial class HeadsNet;

/// <summary>The same layers for larger batches.</summary>
[Network(Of = typeof(HeadsNet), MaxBatch = 16)]
public partial class LargeHeadsNet;

/// <summary>Two inputs of bytes, each with numbers of its own.</summary>
[Network(MaxBatch = 4), Input(5, Name = "left", Scale = 0.25), Input(5, Name = "right", Mean = new[] { 1.0 }), Add("left", "right"), Dense(2)]
public partial class BytePairNet;

public class SeveralServingTests
{
    private const int Samples = 11;
    private static readonly byte[] Pixels = [.. Numbers.Uniform(6 * Samples, 1).Select(u => (byte)(256 * u))];
    private static readonly float[] Hints = Numbers.Normal(3 * Samples, 2), Masks = Numbers.Uniform(3 * Samples, 3), Weights = Numbers.Uniform(Samples, 4);
    private static readonly int[] Labels = Numbers.Classes(Samples, 4, 5);

    // Rounded as the bytes are: x·(scale/std) − mean/std.
    private static readonly float[] Floats = [.. Pixels.Select((x, i) => i / 3 % 2 == 0
        ? x * (float)(1 / 255.0 / 0.2) + (float)(-0.4 / 0.2)
        : x * (float)(1 / 255.0 / 0.25) + (float)(-0.6 / 0.25))];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Each_loss_is_weighed_by_what_its_mean_divides_by(int size)
    {
        var net = new HeadsNet(1);
        var large = new LargeHeadsNet(2);
        large.CopyFrom(net);
        foreach (float[] weights in new[] { [], Weights })
        {
            // One batch with all samples.
            var trainer = new LargeHeadsNet.Trainer(large, new SGD(0.1));
            trainer.Forward(Floats, Hints);
            double expected = trainer.Backward(Labels, Masks, Masks, weights);
            Assert.Equal(expected, net.Evaluate(Floats, Hints, Labels, Masks, Masks, weights), 1e-5);
            Assert.Equal(expected, net.Evaluate(HeadsNet.Batches(Floats, Hints, Labels, Masks, Masks, size, sampleWeights: weights)), 1e-5);
            Assert.Equal(expected, net.Evaluate(Pixels, Hints, Labels, Masks, Masks, weights), 1e-5);
        }
    }

    [Fact]
    public void A_share_and_a_twin_predict_the_same()
    {
        var net = new HeadsNet(1);
        var large = new LargeHeadsNet(2);
        large.CopyFrom(net);
        float[][] found = [.. Enumerable.Range(0, 6).Select(i => new float[(i % 2 == 0 ? 3 : 4) * 4])];
        net.Predict(Floats.AsSpan(0, 24), Hints.AsSpan(0, 12), found[0], found[1]);
        net.Share().Predict(Floats.AsSpan(0, 24), Hints.AsSpan(0, 12), found[2], found[3]);
        large.Predict(Floats.AsSpan(0, 24), Hints.AsSpan(0, 12), found[4], found[5]);
        Assert.Equal(found[0], found[2]);
        Assert.Equal(found[1], found[3]);
        Assert.Equal(found[0], found[4]);
        Assert.Equal(found[1], found[5]);
        Assert.Contains("image [n,2,3], hints [n,3] → mask [n,3], output [n,4]", HeadsNet.Summary());
    }

    [Fact]
    public void Bytes_do_what_their_floats_do()
    {
        HeadsNet floats = new(1), bytes = new(1);
        HeadsNet.Trainer ofFloats = new(floats, new SGD(0.1)), ofBytes = new(bytes, new SGD(0.1));
        Batches floatData = HeadsNet.Batches(Floats, Hints, Labels, Masks, Masks, 3, seed: 1), byteData = HeadsNet.Batches(Pixels, Hints, Labels, Masks, Masks, 3, seed: 1);
        float[] mask = new float[12], output = new float[16], byteMask = new float[12], byteOutput = new float[16];
        Assert.Equal(
            ofFloats.Step(Floats.AsSpan(0, 12), Hints.AsSpan(0, 6), Labels.AsSpan(0, 2), Masks.AsSpan(0, 6), Masks.AsSpan(0, 6)),
            ofBytes.Step(Pixels.AsSpan(0, 12), Hints.AsSpan(0, 6), Labels.AsSpan(0, 2), Masks.AsSpan(0, 6), Masks.AsSpan(0, 6)));
        ofFloats.Forward(Floats.AsSpan(0, 6), Hints.AsSpan(0, 3));
        ofBytes.Forward(Pixels.AsSpan(0, 6), Hints.AsSpan(0, 3));
        Assert.Equal(ofFloats.Backward([1], [0, 1, 0], [1, 1, 1]), ofBytes.Backward([1], [0, 1, 0], [1, 1, 1]));
        Assert.Equal(ofFloats.Step(floatData.Epoch(0)[1]), ofBytes.Step(byteData.Epoch(0)[1]));
        Frozen.Of(floats, ofFloats).IsStill(Frozen.Of(bytes, ofBytes));
        floats.Predict(Floats.AsSpan(0, 24), Hints.AsSpan(0, 12), mask, output);
        bytes.Predict(Pixels.AsSpan(0, 24), Hints.AsSpan(0, 12), byteMask, byteOutput);
        Assert.Equal(mask, byteMask);
        Assert.Equal(output, byteOutput);
        Assert.Equal(floats.Evaluate(floatData), bytes.Evaluate(byteData));
        Assert.Equal(HeadsNet.ArenaBytes, 4L * Arenas.Of(bytes).Floats);
        Allocations.AreNone(5, () => bytes.Predict(Pixels.AsSpan(0, 24), Hints.AsSpan(0, 12), byteMask, byteOutput));
        Allocations.AreNone(5, () => ofBytes.Step(byteData.Epoch(0)[1]));
        Allocations.AreNone(5, () => bytes.Evaluate(byteData));
        Allocations.AreNone(5, () => bytes.Evaluate(Pixels, Hints, Labels, Masks, Masks));
    }

    [Fact]
    public void Each_input_of_bytes_has_its_own_numbers()
    {
        var net = new BytePairNet(1);
        byte[] left = [.. Enumerable.Range(0, 20).Select(i => (byte)(12 * i))], right = [.. left.Reverse()];
        float[] expected = new float[8], actual = new float[8];
        net.Predict([.. left.Select(x => x * 0.25f)], [.. right.Select(x => x * (float)(1 / 255.0) - 1)], expected);
        net.Predict(left, right, actual);
        Assert.Equal(expected, actual);
        Assert.Equal(BytePairNet.ArenaBytes, 4L * Arenas.Of(net).Floats);
    }

    [Fact]
    public void Bad_input_is_refused_by_its_name()
    {
        var net = new HeadsNet(1);
        Frozen before = Frozen.Of(net);
        Refused("image", () => net.Evaluate(new float[7], new float[3], [0], new float[3], new float[3]));
        Refused("hints", () => net.Evaluate(new float[12], new float[3], [0, 0], new float[6], new float[6]));
        Refused("outputTarget", () => net.Evaluate(new float[12], new float[6], [0, 4], new float[6], new float[6]));
        Refused("maskTarget", () => net.Evaluate(new float[12], new float[6], [0, 1], [0, 0, 0, 0, 0, 2], new float[6]));
        Refused("maskTarget2", () => net.Evaluate(new float[12], new float[6], [0, 1], new float[6], new float[5]));
        Refused("sampleWeights", () => net.Evaluate(new float[12], new float[6], [0, 1], new float[6], new float[6], [1]));
        Refused("hints", () => net.Predict(new byte[12], new float[5], new float[6], new float[8]));
        before.IsStill(Frozen.Of(net));

        static void Refused(string name, Action call) => Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }
}
