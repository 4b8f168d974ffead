namespace Timing;

/// <summary>Something to measure: a call, which returns a part of its result, and its floating-point operations.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Size">How large.</param>
/// <param name="Flops">Floating-point operations of what is reported.</param>
/// <param name="Call">What is timed.</param>
/// <param name="Before">What the call does besides what is reported; its time is taken off.</param>
internal sealed record Case(string Name, string Size, double Flops, Func<float> Call, Case? Before = null);
