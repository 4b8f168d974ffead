namespace Timing;

/// <summary>How often cases are sampled: at least so often, and again until so much time has passed, which short calls fill with many rounds.</summary>
/// <param name="Least">The least number of rounds.</param>
/// <param name="Time">The time to fill.</param>
internal readonly record struct Rounds(int Least, TimeSpan Time = default)
{
    /// <summary>Whether so many rounds in such a time are enough.</summary>
    public bool Suffice(int rounds, TimeSpan time) => rounds >= Least && time >= Time;
}
