using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Threading;

/// <summary>
/// The process's threads for networks, started once and kept. They serve one caller at a time; another works alone meanwhile, with the same results.
/// </summary>
/// <remarks>
/// Work is offered by a new word on the gate: its upper bits number the offer, its lower ones count who has joined. The caller closes the gate after a
/// moment and shares the work among those who are there, so that a thread that sleeps, or whose processor does something else, is waited for by nobody.
/// Threads spin for a moment between two offers, then sleep.
/// </remarks>
internal sealed class Team
{
    private const long Closed = 0x80, Seats = 0x7F;
    private const int OfferBits = 8;

    // Some 40 ns each on x64: a millisecond until a thread sleeps, two microseconds until work begins without those who do not come.
    private const int SpinsAwake = 20_000, SpinsToJoin = 50, SpinsToYield = 2_000;

    // What it takes to wake a thread on another processor, and twice as much.
    private static readonly TimeSpan Waking = TimeSpan.FromMicroseconds(100);

    private static Team _one = new();

    private readonly SemaphoreSlim _wake = new(0);
    private TeamWork? _work;
    private int _busy;
    private int _started;
    private int _wanted;
    private int _parts;
    private bool _isBroken;
    private Word _gate;
    private Word _go;
    private Word _arrived;
    private Word _passed;
    private Word _asleep;

    /// <summary>Runs the work on as many threads as are free.</summary>
    /// <param name="work">The work.</param>
    /// <param name="threads">The most threads.</param>
    /// <param name="waits">Whether there is so much to do that those who sleep are waited for.</param>
    public static void Run(TeamWork work, int threads, bool waits)
    {
        Team team = Volatile.Read(ref _one);
        if (!IsPatient)
            threads = Math.Min(threads, Environment.ProcessorCount);
        if (threads <= 1 || !team.Begin())
        {
            work.Do(default);
            return;
        }

        try
        {
            team.Share(work, Math.Min(threads, (int)Seats), waits);
        }
        catch
        {
            // Those who wait for the caller at a barrier wait in vain: they end, and others take their place.
            Volatile.Write(ref team._isBroken, true);
            team._wake.Release(team._started);
            Volatile.Write(ref _one, new Team());
            throw;
        }
        finally
        {
            Volatile.Write(ref team._busy, 0);
        }
    }

    /// <summary>Whether callers wait until all threads that they ask for are there, however many processors there are: tests leave nothing to chance.</summary>
    internal static bool IsPatient { get; set; }

    /// <summary>How often work was shared.</summary>
    internal static long Times => Volatile.Read(ref _one)._go.Value;

    /// <summary>The barrier: returns when as many threads have called it as there are parts.</summary>
    public void Wait(int parts)
    {
        long passed = Volatile.Read(ref _passed.Value);
        if (Interlocked.Increment(ref _arrived.Value) == parts)
        {
            _arrived.Value = 0;
            Volatile.Write(ref _passed.Value, passed + 1);
            return;
        }

        for (int spins = 0; Volatile.Read(ref _passed.Value) == passed; spins++)
        {
            if (Volatile.Read(ref _isBroken))
                throw new OperationCanceledException();
            Pause(spins);
        }
    }

    // Whether the caller may have the threads now.
    private bool Begin()
    {
        while (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            if (!IsPatient)
                return false;
            Thread.Yield();
        }

        return true;
    }

    private void Share(TeamWork work, int threads, bool waits)
    {
        for (; _started < threads - 1; _started++)
            new Thread(Serve) { IsBackground = true, Name = $"StaticNet {_started + 1}" }.Start();
        (_work, _wanted) = (work, threads - 1);
        long offer = (_gate.Value >> OfferBits) + 1;
        Interlocked.Exchange(ref _gate.Value, offer << OfferBits);
        int asleep = (int)Interlocked.Read(ref _asleep.Value);
        if (asleep > 0)
            _wake.Release(asleep);
        for (int spins = 0; spins < SpinsToJoin && Joined < _wanted; spins++)
            Pause(0);
        if (IsPatient || (asleep > 0 && waits))
            Await();
        int parts = 1 + (int)(Interlocked.Or(ref _gate.Value, Closed) & Seats);
        if (parts == 1)
        {
            work.Do(default);
        }
        else
        {
            _parts = parts;
            Volatile.Write(ref _go.Value, offer);
            work.Do(new Share(this, 0, parts));
            Wait(parts);
        }

        // All have done it: it is not kept from the collector.
        _work = null;
    }

    // The caller gives way meanwhile: a thread that wakes on its processor runs there.
    private void Await()
    {
        long start = Stopwatch.GetTimestamp();
        while (Joined < _wanted && (IsPatient || Stopwatch.GetElapsedTime(start) < Waking))
            Thread.Yield();
    }

    private int Joined => (int)(Volatile.Read(ref _gate.Value) & Seats);

    private void Serve()
    {
        long seen = 0;
        while (!Volatile.Read(ref _isBroken))
        {
            AwaitOffer(seen);
            long gate = Volatile.Read(ref _gate.Value);
            seen = gate >> OfferBits;
            int part = Join(gate);
            if (part == 0)
                continue;
            for (int spins = 0; Volatile.Read(ref _go.Value) != seen; spins++)
                Pause(spins);
            Do(_work!, part, _parts);
        }
    }

    private void Do(TeamWork work, int part, int parts)
    {
        try
        {
            work.Do(new Share(this, part, parts));
            Wait(parts);
        }
        catch (OperationCanceledException) when (Volatile.Read(ref _isBroken))
        {
        }
    }

    // Spins, then sleeps; what is offered between the last look and the sleep wakes it, since the caller looks for sleepers after the offer.
    private void AwaitOffer(long seen)
    {
        for (int spins = 0; Volatile.Read(ref _gate.Value) >> OfferBits == seen && !Volatile.Read(ref _isBroken); spins++)
        {
            // While somebody works alone, the next offer is near.
            if (spins < SpinsAwake || Volatile.Read(ref _busy) != 0)
            {
                Pause(spins);
                continue;
            }

            Interlocked.Increment(ref _asleep.Value);
            if (Interlocked.Read(ref _gate.Value) >> OfferBits == seen)
                _wake.Wait();
            Interlocked.Decrement(ref _asleep.Value);
            spins = 0;
        }
    }

    // The seat of this thread; 0 if the offer is closed, full or gone.
    private int Join(long gate)
    {
        while ((gate & Closed) == 0 && (gate & Seats) < Volatile.Read(ref _wanted))
        {
            long found = Interlocked.CompareExchange(ref _gate.Value, gate + 1, gate);
            if (found == gate)
                return (int)(gate & Seats) + 1;
            if (found >> OfferBits != gate >> OfferBits)
                return 0;
            gate = found;
        }

        return 0;
    }

    private static void Pause(int spins)
    {
        if (spins > SpinsToYield && spins % 64 == 0)
            Thread.Yield();
        else if (X86Base.IsSupported)
            X86Base.Pause();
        else if (ArmBase.IsSupported)
            ArmBase.Yield();
        else
            Thread.SpinWait(1);
    }

    /// <summary>A number on cache lines of its own: the neighbours of a pair are fetched together.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Word
    {
        [FieldOffset(128)]
        public long Value;
    }
}
