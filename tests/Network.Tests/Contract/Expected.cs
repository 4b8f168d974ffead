namespace StaticNet.Network.Tests.Contract;

/// <summary>What a network's constants are, counted by hand.</summary>
/// <param name="Input">Elements of a sample of the input.</param>
/// <param name="Output">Elements of a sample of the output.</param>
/// <param name="Parameters">Trainable numbers.</param>
/// <param name="Flops">Operations of a sample from input to output.</param>
public sealed record Expected(int Input, int Output, int Parameters, long Flops);
