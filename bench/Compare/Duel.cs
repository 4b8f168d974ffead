namespace Compare;

/// <summary>One call of StaticNet beside the same call of a peer.</summary>
/// <param name="Workload">What is computed.</param>
/// <param name="Phase"><c>step</c>, <c>forward</c> or <c>stream</c>.</param>
/// <param name="Batch">Samples of a call.</param>
/// <param name="Flops">Floating-point operations of a call.</param>
/// <param name="StaticNet">StaticNet's call, which returns a part of its result.</param>
/// <param name="Peer">The peer's name, or none.</param>
/// <param name="PeerCall">The peer's call.</param>
internal sealed record Duel(
    string Workload, string Phase, int Batch, double Flops, Func<float> StaticNet, string? Peer = null, Func<float>? PeerCall = null);
