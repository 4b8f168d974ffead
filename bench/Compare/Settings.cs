namespace Compare;

/// <summary>What a run does.</summary>
/// <param name="Threads">How many threads all sides may use.</param>
/// <param name="Workloads">What is compared.</param>
/// <param name="Quick">Whether few rounds do.</param>
/// <param name="Json">A file for one JSON object a line.</param>
internal sealed record Settings(int Threads, IReadOnlyList<Workload> Workloads, bool Quick, string? Json)
{
    // Odd, so that one of them is the median.
    public int Rounds => Quick ? 7 : 31;

    // With tiered compilation off the first call runs what all others run: this is for caches, allocators and the clock.
    public TimeSpan Warm => TimeSpan.FromMilliseconds(Quick ? 50 : 200);
}
