namespace StaticNet.Runtime.Tests.Storage;

public class WriteLockTests
{
    private const int Attempts = 2_000;

    [Fact]
    public void Readers_and_a_writer_never_meet()
    {
        var parameters = new ParameterStore(new ParameterTable([]));
        var (readers, writers, met, read, written) = (0, 0, 0, 0, 0);
        var threads = new List<Thread> { new(Write), new(Write) };
        for (int i = 0; i < 2; i++)
        {
            var arena = new Workspace(16);
            parameters.Attach(arena);
            threads.Add(new(() => Read(arena)));
        }

        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Assert.Equal(0, met);
        Assert.True(read > 0 && written > 0);

        void Read(Workspace arena)
        {
            for (int i = 0; i < Attempts; i++)
            {
                if (!Try(arena.Enter))
                    continue;
                Interlocked.Increment(ref readers);
                if (Volatile.Read(ref writers) > 0)
                    Interlocked.Increment(ref met);
                Interlocked.Decrement(ref readers);
                Interlocked.Increment(ref read);
                arena.Exit();
            }
        }

        void Write()
        {
            for (int i = 0; i < Attempts; i++)
            {
                if (!Try(parameters.EnterWrite))
                    continue;
                if (Interlocked.Increment(ref writers) > 1 || Volatile.Read(ref readers) > 0)
                    Interlocked.Increment(ref met);
                Interlocked.Decrement(ref writers);
                Interlocked.Increment(ref written);
                parameters.ExitWrite();
            }
        }
    }

    [Fact]
    public void The_thread_that_writes_may_write_and_read_within()
    {
        var parameters = new ParameterStore(new ParameterTable([]));
        var arena = new Workspace(16);
        parameters.Attach(arena);
        arena.Enter();
        parameters.EnterWrite();
        parameters.EnterWrite();
        parameters.ExitWrite();
        Assert.True(parameters.IsWrittenHere);
        parameters.ExitWrite();
        Assert.False(parameters.IsWritten);
        arena.Exit();
    }

    private static bool Try(Action call)
    {
        try
        {
            call();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
