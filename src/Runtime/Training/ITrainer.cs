namespace StaticNet;

/// <summary>What the trainer of every network with a loss has.</summary>
public interface ITrainer
{
    /// <summary>What <see cref="Apply"/> updates with.</summary>
    Optimizer Optimizer { get; }

    /// <summary>Forward, loss, backward and update for a batch of the network's <c>Batches</c>; returns the loss.</summary>
    float Step(Batch batch);

    /// <summary>Updates the parameters with the sum of the gradients gathered since the last call.</summary>
    void Apply();

    /// <summary>Updates the parameters with the mean of the gradients gathered since the last call, over backward passes.</summary>
    void ApplyMean();

    /// <summary>Forgets the gradients gathered so far.</summary>
    void ZeroGradients();

    /// <summary>The loss of the network over a data set in inference mode, and metrics counted in the same pass, from 0 on.</summary>
    double Evaluate(Batches batches, MetricList metrics);
}

/// <summary>The trainer of a network with one input and one loss.</summary>
/// <typeparam name="TInput">The element of the input.</typeparam>
/// <typeparam name="TTarget">The element of the target.</typeparam>
public interface ITrainer<TInput, TTarget> : ITrainer
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <summary>The output of the last <see cref="Forward"/>, row by row.</summary>
    void CopyOutput(Span<float> output);

    /// <summary>Runs the network in training mode and keeps what the backward pass needs.</summary>
    void Forward(ReadOnlySpan<TInput> input);

    /// <summary>The loss of the last <see cref="Forward"/>; adds its gradients to those gathered.</summary>
    /// <param name="target">The targets, row by row.</param>
    /// <param name="sampleWeights">A weight for each sample, which multiplies its part of the loss; by default 1.</param>
    float Backward(ReadOnlySpan<TTarget> target, ReadOnlySpan<float> sampleWeights = default);

    /// <summary>As <see cref="Backward"/>, from a gradient by the output instead of the loss.</summary>
    void BackwardFrom(ReadOnlySpan<float> outputGradient);

    /// <summary>Forward, backward and update; returns the loss.</summary>
    /// <param name="input">The inputs, row by row.</param>
    /// <param name="target">The targets, row by row.</param>
    /// <param name="sampleWeights">A weight for each sample, which multiplies its part of the loss; by default 1.</param>
    float Step(ReadOnlySpan<TInput> input, ReadOnlySpan<TTarget> target, ReadOnlySpan<float> sampleWeights = default);
}
