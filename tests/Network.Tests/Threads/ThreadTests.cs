using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Threads;

[Network(MaxBatch = 24, Threads = 3), Input(3, 16, 16), Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(40, 3, Stride = 2), ReLU]
[Conv2D(64, 3, Padding = 1), ReLU, MaxPool2D(2), Flatten, Dense(70), ReLU, Dropout(0.25), Dense(10), SoftmaxCrossEntropy]
public partial class ThreadedNet;

[Network(MaxBatch = 4, Threads = 2), Input(3), Dense(2), MeanSquaredError]
public partial class TooSmallNet;

[Collection(nameof(PatientTeam))]
public class ThreadTests(PatientTeam team)
{
    private static readonly float[] Images = Numbers(ThreadedNet.MaxBatch * ThreadedNet.InputLength);
    private static readonly int[] Labels = [.. Enumerable.Range(0, ThreadedNet.MaxBatch).Select(i => i * 7 % 10)];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        long before = team.Last;
        float[] together = Trained(threads);
        Assert.NotEqual(before, team.Last);
        Assert.Equal(Trained(1), together);
    }

    [Theory]
    [InlineData(typeof(SGD))]
    [InlineData(typeof(NAdam))]
    [InlineData(typeof(LAMB))]
    public void Optimizers_move_the_same_bits(Type kind)
    {
        Assert.Equal(Trained(1, () => Made(kind)), Trained(3, () => Made(kind)));

        static Optimizer Made(Type kind) => kind == typeof(SGD) ? new SGD(0.01) { Momentum = 0.9, ClipNorm = 1, MaxNorm = 2, EmaDecay = 0.9 }
            : kind == typeof(NAdam) ? new NAdam(0.001)
            : new LAMB(0.001);
    }

    [Fact]
    public void A_step_and_a_prediction_allocate_nothing()
    {
        var net = new ThreadedNet(seed: 1);
        var trainer = new ThreadedNet.Trainer(net, new Adam());
        var outputs = new float[ThreadedNet.MaxBatch * ThreadedNet.OutputLength];
        Allocations.AreNone(5, () =>
        {
            trainer.Step(Images, Labels);
            net.Predict(Images, outputs);
        });
    }

    [Fact]
    public void Callers_at_the_same_time_all_get_their_results()
    {
        float[][] results = new float[3][];
        Thread[] callers = [.. results.Select((_, i) => new Thread(() => results[i] = Trained(3)))];
        Array.ForEach(callers, caller => caller.Start());
        Array.ForEach(callers, caller => caller.Join());
        Assert.All(results, result => Assert.Equal(results[0], result));
        Assert.Equal(Trained(1), results[0]);
    }

    [Fact]
    public void What_is_not_finite_is_found_where_it_begins()
    {
        var net = new ThreadedNet(seed: 1);
        var trainer = new ThreadedNet.Trainer(net, new Adam()) { CheckFinite = true };
        net.Dense1.Weight[3, 4] = float.NaN;
        var error = Assert.Throws<NonFiniteLossException>(() => trainer.Step(Images, Labels));
        Assert.Contains("dense1.weight", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_threads_as_are_declared_may_be_asked_for()
    {
        var net = new ThreadedNet();
        var trainer = new ThreadedNet.Trainer(net, new Adam());
        Assert.Equal((3, 3), (net.Threads, trainer.Threads));
        (net.Threads, trainer.Threads) = (1, 2);
        Assert.Equal((1, 2), (net.Threads, trainer.Threads));
        Assert.Contains("1 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => net.Threads = 4).Message, StringComparison.Ordinal);
        Assert.Contains("1 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Threads = 0).Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (net.Threads, trainer.Threads));
    }

    [Fact]
    public void A_network_for_one_thread_says_how_to_declare_more()
    {
        var trainer = new Training.TiedNet.Trainer(new(), new Adam());
        Assert.Equal(1, trainer.Threads);
        Assert.Contains("[Network(Threads = 4)]", Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Threads = 4).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_too_small_for_threads_runs_on_one()
    {
        long before = team.Last;
        var net = new TooSmallNet(seed: 1) { Threads = 2 };
        var trainer = new TooSmallNet.Trainer(net, new Adam()) { Threads = 2 };
        Assert.True(float.IsFinite(trainer.Step([1, 2, 3], [1, 0])));
        Assert.Equal(before, team.Last);
    }

    // Parameters, a prediction and a loss after three steps over batches of several sizes.
    private static float[] Trained(int threads, Func<Optimizer>? optimizer = null)
    {
        var net = new ThreadedNet(seed: 1) { Threads = threads };
        var trainer = new ThreadedNet.Trainer(net, optimizer?.Invoke() ?? new Adam(0.001), seed: 2) { Threads = threads };
        foreach (int n in new[] { ThreadedNet.MaxBatch, 7, ThreadedNet.MaxBatch - 1 })
            trainer.Step(Images.AsSpan(0, n * ThreadedNet.InputLength), Labels.AsSpan(0, n));
        var outputs = new float[ThreadedNet.MaxBatch * ThreadedNet.OutputLength];
        net.Predict(Images, outputs);
        float[] parameters = net.Parameters.Values.AsSpan(net.Parameters.Base, net.Parameters.Table.Length).ToArray();
        return [.. parameters, .. outputs, (float)net.Evaluate(Images, Labels)];
    }

    private static float[] Numbers(int count)
    {
        var random = new System.Random(3);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
