using System.Runtime.CompilerServices;

namespace SensorNative;

/// <summary>A learner on a stream: how far it and the naive forecast, that all stays as it is, are off, and what memory that took.</summary>
internal sealed class SensorTrial
{
    // Parameters and two arenas, each an array with .NET's header and room to begin at a cache line.
    private const int Arrays = 3, ArrayBytes = 24 + 64;

    private readonly SensorLearner _learner;
    private float _last = float.NaN;
    private int _count;

    public SensorTrial()
    {
        BringInCode();
        long before = LivePinnedBytes();
        _learner = new();
        PinnedBytes = LivePinnedBytes() - before;
    }

    /// <summary>What the pinned arrays of the learner occupy, as the collector counts them.</summary>
    public long PinnedBytes { get; }

    /// <summary>What the stream has allocated.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Whether memory was what the compiler planned, to the byte.</summary>
    public bool IsAsPlanned => PinnedBytes == SensorLearner.PlannedBytes + Arrays * ArrayBytes && AllocatedBytes == 0;

    /// <summary>The squared errors of the learner, from the second measurement on.</summary>
    public List<double> Squares { get; } = [];

    /// <summary>Those of the naive forecast.</summary>
    public List<double> NaiveSquares { get; } = [];

    /// <summary>Compares a measurement with what was foretold, and learns from it.</summary>
    public void Take(float measured)
    {
        if (_count > 0)
        {
            Squares.Add(Math.Pow(_learner.Next - measured, 2));
            NaiveSquares.Add(Math.Pow(_last - measured, 2));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        _learner.Learn(measured);
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        (_last, _count) = (measured, _count + 1);
    }

    /// <summary>Memory and errors, a line each.</summary>
    public override string ToString() =>
        $"""
        {PinnedBytes} bytes of memory, as the compiler planned: {SensorLearner.PlannedBytes} and {Arrays} × {ArrayBytes} of .NET's
        {_count} measurements, each learned from once: {AllocatedBytes} bytes allocated
        root mean squared error {Math.Sqrt(Squares.Average()):F4}, of the naive forecast {Math.Sqrt(NaiveSquares.Average()):F4}
        """;

    // What the runtime keeps of classes that are used for the first time is not the learner's.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BringInCode()
    {
        var learner = new SensorLearner();
        for (int i = 0; i < 2 * SensorNet.InputLength; i++)
            learner.Learn(i % 2);
    }

    private static long LivePinnedBytes()
    {
        GC.Collect();
        GCGenerationInfo pinned = GC.GetGCMemoryInfo(GCKind.FullBlocking).GenerationInfo[^1];
        return pinned.SizeAfterBytes - pinned.FragmentationAfterBytes;
    }
}
