using Timing;

namespace Compare;

/// <summary>What a run does.</summary>
/// <param name="Threads">How many threads all sides may use.</param>
/// <param name="Workloads">What is compared.</param>
/// <param name="Quick">Whether few rounds do.</param>
/// <param name="Json">A file for one JSON object a line.</param>
internal sealed record Settings(int Threads, IReadOnlyList<Workload> Workloads, bool Quick, string? Json)
{
    // Seven rounds of a millisecond are over within one disturbance of a shared machine: short calls fill a second and more.
    public Rounds Rounds => Quick ? new(7, TimeSpan.FromSeconds(1.5)) : new(31, TimeSpan.FromSeconds(4));

    // With tiered compilation off the first call runs what all others run: this is for caches, allocators and the clock.
    public TimeSpan Warm => TimeSpan.FromMilliseconds(Quick ? 50 : 200);
}
