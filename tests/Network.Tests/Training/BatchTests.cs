using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

/// <summary>Epochs through a trainer: full batch, mini-batch, single samples, a partial last batch kept or dropped.</summary>
public class BatchTests
{
    private const int Rows = 21;
    private static readonly float[] Inputs = Numbers.Normal(Rows * 3, 1), Targets = Numbers.Normal(Rows * 2, 2);

    [Theory]
    [InlineData(8, false, new[] { 8, 8, 5 })]
    [InlineData(8, true, new[] { 8, 8 })]
    [InlineData(7, false, new[] { 7, 7, 7 })]
    [InlineData(7, true, new[] { 7, 7, 7 })]
    [InlineData(6, false, new[] { 6, 6, 6, 3 })]
    public void A_step_by_batch_is_a_step_by_its_rows(int size, bool dropLast, int[] sizes)
    {
        var (byBatch, byRows) = (new SmoothNet(1), new SmoothNet(1));
        SmoothNet.Trainer a = new(byBatch, new Adam(0.01)), b = new(byRows, new Adam(0.01));
        var seen = new List<int>();
        foreach (Batch batch in SmoothNet.Batches(Inputs, Targets, size, seed: 5, dropLast: dropLast).Epoch(2))
        {
            int[] rows = batch.Rows.ToArray();
            seen.Add(batch.Count);
            Assert.Equal(
                b.Step([.. rows.SelectMany(r => Inputs[(3 * r)..(3 * r + 3)])], [.. rows.SelectMany(r => Targets[(2 * r)..(2 * r + 2)])]),
                a.Step(batch));
        }

        Assert.Equal(sizes, seen);
        Frozen.Of(byBatch, a).IsStill(Frozen.Of(byRows, b));
    }

    [Fact]
    public void An_epoch_has_every_sample_once_in_an_order_of_seed_and_number()
    {
        Batches batches = Make(5), same = Make(5), other = Make(6);
        int[][] orders = [.. Enumerable.Range(0, 4).Select(epoch => Order(batches, epoch))];
        Assert.All(orders, order => Assert.Equal(Enumerable.Range(0, Rows), order.Order()));
        Assert.Equal(4, orders.Select(order => string.Join(",", order)).Distinct().Count());
        Assert.Equal(orders[3], Order(same, 3));
        Assert.Equal(orders[1], Order(batches, 1));
        Assert.NotEqual(orders[1], Order(other, 1));

        static Batches Make(ulong seed) => SmoothNet.Batches(Inputs, Targets, 8, seed);
    }

    [Fact]
    public void Without_shuffling_the_order_is_the_datas() =>
        Assert.Equal(Enumerable.Range(0, Rows), Order(SmoothNet.Batches(Inputs, Targets, 8, shuffle: false), 3));

    [Fact]
    public void Single_samples_and_the_full_batch()
    {
        var single = new SmoothNet.Trainer(new(1), new SGD(0.1));
        int steps = 0;
        foreach (Batch batch in SmoothNet.Batches(Inputs, Targets, size: 1).Epoch(0))
        {
            Assert.Equal(1, batch.Count);
            single.Step(batch);
            steps++;
        }

        Assert.Equal(Rows, steps);
        var full = new SmoothNet.Trainer(new(1), new SGD(0.1));
        Batch whole = Assert.Single(All(SmoothNet.Batches(Inputs[..24], Targets[..16], size: SmoothNet.MaxBatch).Epoch(0)));
        Assert.Equal(8, whole.Count);
        float first = full.Step(whole);
        Assert.True(full.Step(whole) < first);
    }

    [Fact]
    public void A_smaller_batch_after_a_larger_one_sees_nothing_of_it()
    {
        var (fresh, used) = (new SmoothNet(1), new SmoothNet(1));
        SmoothNet.Trainer a = new(fresh, new SGD(0.1)), b = new(used, new SGD(0.1));
        b.Forward(Inputs[..24]);
        b.Backward(Targets[..16]);
        b.ZeroGradients();
        Assert.Equal(a.Step(Inputs[..9], Targets[..6]), b.Step(Inputs[..9], Targets[..6]));
        Frozen.Of(fresh).IsStill(Frozen.Of(used));
    }

    private static int[] Order(Batches batches, int epoch) => [.. All(batches.Epoch(epoch)).SelectMany(batch => batch.Rows.ToArray())];

    private static List<Batch> All(Epoch epoch)
    {
        var all = new List<Batch>();
        foreach (Batch batch in epoch)
            all.Add(batch);
        return all;
    }
}
