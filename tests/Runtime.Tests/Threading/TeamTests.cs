using StaticNet.Threading;

namespace StaticNet.Runtime.Tests.Threading;

/// <summary>The team of the process; these tests come one after the other, since it serves one caller at a time.</summary>
[Collection(nameof(TeamTests))]
public sealed class TeamTests : IDisposable
{
    private const int Threads = 4;

    public TeamTests() => Team.IsPatient = true;

    public void Dispose() => Team.IsPatient = false;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000, 16)]
    [InlineData(17, 16)]
    public void Each_turn_is_one_threads(int count, int unit)
    {
        int[] turns = new int[count];
        var work = new Work((share, _) =>
        {
            Assert.True(share.From(count, unit) == count || share.From(count, unit) % unit == 0);
            for (int i = share.From(count, unit); i < share.To(count, unit); i++)
                Interlocked.Increment(ref turns[i]);
        });
        work.RunOn(Threads, 1, 1);
        Assert.All(turns, turn => Assert.Equal(1, turn));
        Assert.Equal(Threads, work.Shares);
    }

    [Fact]
    public void None_goes_on_before_all_are_there()
    {
        const int Rounds = 200;
        int[] done = new int[Rounds];
        int early = 0;
        new Work((share, _) =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                Interlocked.Increment(ref done[i]);
                share.Wait();
                if (Volatile.Read(ref done[i]) != Threads)
                    Interlocked.Increment(ref early);
            }
        }).RunOn(Threads, 1, 1);
        Assert.Equal(0, early);
    }

    [Fact]
    public void All_are_done_when_it_returns()
    {
        for (int round = 0; round < 200; round++)
        {
            int sum = 0;
            new Work((share, _) => Interlocked.Add(ref sum, share.Part + 1)).RunOn(Threads, 1, 1);
            Assert.Equal(Threads * (Threads + 1) / 2, sum);
        }
    }

    [Fact]
    public void Too_little_is_the_callers_alone()
    {
        var work = new Work((share, thread) => Assert.True(share.IsFirst && thread == Environment.CurrentManagedThreadId));
        work.RunOn(Threads, 9, 10);
        work.RunOn(1, 10, 10);
        Assert.Equal(2, work.Shares);
    }

    [Fact]
    public void What_the_caller_throws_comes_to_it_and_the_next_work_is_done()
    {
        var failing = new Work((share, _) =>
        {
            if (share.IsFirst)
                throw new InvalidDataException("no");
            share.Wait();
        });
        Assert.Equal("no", Assert.Throws<InvalidDataException>(() => failing.RunOn(Threads, 1, 1)).Message);
        Each_turn_is_one_threads(1000, 1);
    }

    [Fact]
    public void Work_allocates_nothing()
    {
        var work = new Work((share, _) => share.Wait());
        work.RunOn(Threads, 1, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            work.RunOn(Threads, 1, 1);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private sealed class Work(Action<Share, int> body) : TeamWork
    {
        private readonly int _caller = Environment.CurrentManagedThreadId;
        private int _shares;

        public int Shares => _shares;

        protected override void Run(Share share)
        {
            Interlocked.Increment(ref _shares);
            body(share, _caller);
        }
    }
}
