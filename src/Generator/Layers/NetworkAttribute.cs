namespace StaticNet;

/// <summary>Makes a partial class a network; the attributes after it, in source order, are its inputs and layers.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>The largest batch that the network takes; memory is planned for it. At least 1, which is the default, of a network with <see cref="Of"/> too.</summary>
    public int MaxBatch { get; init; } = 1;

    /// <summary>
    /// How many threads work together on a call, the caller's among them, where it is long enough to be worth it: 1 to 64; 1 is the default, of a network with
    /// <see cref="Of"/> too. Results are the same, bit for bit, for any number. Others are started at the first such call and serve all networks of the process.
    /// The instance's <c>Threads</c> may be set lower; working memory is planned for this many.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// A network of the same project whose inputs and layers this one has too, at a <see cref="MaxBatch"/> of its own; the class carries none
    /// itself. Names, parameters and files are equal, so a network is trained at one batch and shipped at another.
    /// </summary>
    public Type? Of { get; init; }

    /// <summary>Whether the trainer also computes the gradient of the loss by the input (<c>trainer.CopyInputGradient</c>), unless that is told not to (<c>trainer.ComputesInputGradient</c>).</summary>
    public bool InputGradient { get; init; }

    /// <summary>
    /// Whether every result has the same bits on every processor and at every width of its vectors, training included. It costs nothing
    /// with 512-bit vectors and little with narrower ones that have a fused multiply-add; without one a step takes fifteen times as long.
    /// </summary>
    public bool Deterministic { get; init; }

    /// <summary>
    /// Whether the network also runs a step of its sequences at a time: <c>new Net.Stream(net)</c> holds the state of one sequence, and its <c>Step</c>
    /// takes one step, or as many as strides make one of. Layers that need the whole sequence are refused then.
    /// </summary>
    public bool Stream { get; init; }
}
