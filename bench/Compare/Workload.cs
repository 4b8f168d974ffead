namespace Compare;

/// <summary>A row of the tables: networks of StaticNet and of peers with equal weights, at one or more batches.</summary>
/// <param name="name">What it is called, in tables and in the filter.</param>
internal abstract class Workload(string name)
{
    public string Name { get; } = name;

    /// <summary>
    /// What is to be timed, one after the other: each may be called until the next is asked for. Both sides agreed before.
    /// </summary>
    /// <exception cref="DisagreementException">The two sides' results differ.</exception>
    public abstract IEnumerable<Duel> Duels(int threads);
}
