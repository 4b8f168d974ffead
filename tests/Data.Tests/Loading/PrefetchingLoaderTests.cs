using StaticNet.Oracle;

namespace StaticNet.Data.Tests.Loading;

[Network(MaxBatch = 8), Input(3), Dense(4), Tanh, Dense(2), SoftmaxCrossEntropy]
internal sealed partial class LoaderNet;

public class PrefetchingLoaderTests
{
    private const int Samples = 29;
    private static readonly float[] Inputs = [.. Enumerable.Range(0, Samples * 3).Select(i => MathF.Sin(i))];
    private static readonly int[] Labels = [.. Enumerable.Range(0, Samples).Select(i => i % 3 % 2)];

    [Theory]
    [InlineData(8, 1, false)]
    [InlineData(8, 3, true)]
    [InlineData(1, 2, false)]
    public void Training_gives_the_same_bits(int size, int ahead, bool dropLast)
    {
        LoaderNet direct = new(1), loaded = new(1);
        LoaderNet.Trainer a = new(direct, new Adam()), b = new(loaded, new Adam());
        Batches batches = LoaderNet.Batches(Inputs, Labels, size, seed: 5, dropLast: dropLast);
        using var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, size, seed: 5, dropLast: dropLast), ahead: ahead);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            List<float> losses = [];
            foreach (Batch batch in batches.Epoch(epoch))
                losses.Add(a.Step(batch));
            int step = 0;
            foreach (Batch batch in loader.Batches.Epoch(epoch))
                Assert.Equal(losses[step++], b.Step(batch));
            Assert.Equal(batches.BatchCount, step);
        }

        Assert.Equal(direct.Dense1.Weight.ToArray(), loaded.Dense1.Weight.ToArray());
    }

    [Fact]
    public void A_transform_sees_each_batch_once_before_it_is_handed_out()
    {
        List<(int, int)> seen = [];
        using var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, 8, seed: 5), batch =>
        {
            Assert.Equal(batch.Count * 3, batch.Floats(0).Length);
            foreach (int row in batch.Rows)
                seen.Add((batch.Epoch, row));
            for (int i = 0; i < batch.Count; i++)
            {
                Assert.Equal(Inputs.AsSpan(batch.Rows[i] * 3, 3).ToArray(), batch.Floats(0).Slice(i * 3, 3).ToArray());
                Assert.Equal(Labels[batch.Rows[i]], batch.Integers(1)[i]);
                batch.Floats(0)[i * 3] = batch.Rows[i];
            }
        });
        int row = 0;
        float[] copy = new float[8 * 3];
        foreach (Batch batch in loader.Batches.Epoch(2))
        {
            batch.Gather(0, ref copy[0], 3);
            for (int i = 0; i < batch.Count; i++)
                Assert.Equal(seen[row++], (2, (int)copy[i * 3]));
        }

        Assert.Equal(Samples, row);
        Assert.Equal(Enumerable.Range(0, Samples), seen.Select(pair => pair.Item2).Order());
    }

    [Fact]
    public void A_batch_allocates_nothing_on_either_thread()
    {
        long behind = 0, largest = 0;
        using var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, 8), _ =>
        {
            // Between the same points of two batches lies all that the loader's thread does for one.
            long now = GC.GetAllocatedBytesForCurrentThread();
            if (behind != 0)
                largest = Math.Max(largest, now - behind);
            behind = now;
        });
        var trainer = new LoaderNet.Trainer(new LoaderNet(1), new SGD(0.1));
        int epoch = 0;
        Pass();
        Assert.Equal(0, Allocated.By(Pass, 20));
        Assert.Equal(0, largest);

        void Pass()
        {
            foreach (Batch batch in loader.Batches.Epoch(epoch))
                trainer.Step(batch);
            epoch++;
        }
    }

    [Fact]
    public void An_epoch_may_be_left_early()
    {
        Batches batches = LoaderNet.Batches(Inputs, Labels, 8, seed: 5);
        using var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, 8, seed: 5));
        for (int epoch = 0; epoch < 50; epoch++)
        {
            int taken = 0;
            float[] copy = new float[8 * 3], expected = new float[8 * 3];
            foreach (Batch batch in loader.Batches.Epoch(epoch))
            {
                batch.Gather(0, ref copy[0], 3);
                batches.Epoch(epoch)[taken].Gather(0, ref expected[0], 3);
                Assert.Equal(expected, copy);
                if (++taken > epoch % 4)
                    break;
            }
        }
    }

    [Fact]
    public void What_the_transform_throws_comes_up_where_the_batch_is_asked_for()
    {
        using var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, 8, shuffle: false), batch =>
        {
            if (batch.Epoch == 0 && batch.Rows[0] == 16)
                throw new InvalidDataException("No such picture.");
        });
        int taken = 0;
        Refusal.Of<InvalidDataException>("No such picture.", () =>
        {
            foreach (Batch batch in loader.Batches.Epoch(0))
                taken++;
        });
        Assert.Equal(2, taken);
        foreach (Batch batch in loader.Batches.Epoch(1))
            taken++;
        Assert.Equal(6, taken);
    }

    [Fact]
    public void Batches_may_be_asked_for_in_any_order()
    {
        Batches batches = LoaderNet.Batches(Inputs, Labels, 8, seed: 5);
        using var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, 8, seed: 5));
        float[] copy = new float[8 * 3], expected = new float[8 * 3];
        foreach ((int epoch, int index) in new[] { (0, 3), (0, 3), (0, 0), (1, 0), (1, 2), (1, 3), (1, 1), (0, 1), (0, 2) })
        {
            loader.Batches.Epoch(epoch)[index].Gather(0, ref copy[0], 3);
            batches.Epoch(epoch)[index].Gather(0, ref expected[0], 3);
            Assert.Equal(expected, copy);
        }
    }

    [Fact]
    public void Batches_in_the_order_of_the_data_know_their_epoch()
    {
        using var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, 8, shuffle: false), batch => batch.Floats(0).Fill(batch.Epoch));
        float[] copy = new float[8 * 3];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            foreach (Batch batch in loader.Batches.Epoch(epoch))
            {
                batch.Gather(0, ref copy[0], 3);
                Assert.Equal(epoch, copy[0]);
            }
        }
    }

    [Fact]
    public void A_share_of_what_is_loaded_cannot_be_held_out()
    {
        using var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, 8));
        Assert.Contains("split the data first, and give the loader one part and Validation the other", Assert.Throws<ArgumentException>(
            () => new LoaderNet.Trainer(new(1), new Adam()).Fit(loader.Batches, new FitOptions { ValidationSplit = 0.2 })).Message);
    }

    [Fact]
    public void A_loader_that_was_disposed_of_is_told()
    {
        var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, 8));
        _ = loader.Batches.Epoch(0)[0];
        loader.Dispose();
        loader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => loader.Batches.Epoch(0)[1]);
    }

    [Fact]
    public void Columns_of_another_kind_are_told()
    {
        using var loader = new PrefetchingLoader(LoaderNet.Batches(Inputs, Labels, 8), batch => batch.Floats(1)[0] = 0);
        Refusal.Of<ArgumentException>("'target' holds integers: ask for Integers(1)", () =>
        {
            foreach (Batch batch in loader.Batches.Epoch(0))
                continue;
        });
    }
}
