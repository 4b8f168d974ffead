using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Ir;

/// <summary>A network as graphs: one for inference, one for training, one for the loss in inference mode, with the tensors that both store.</summary>
internal sealed record NetworkGraphs
{
    /// <summary>The result of the training graph that is the sum of all losses.</summary>
    public const string LossName = "loss";

    /// <summary>Inputs → outputs and predictions.</summary>
    public required Graph Predict { get; init; }

    /// <summary>Inputs and targets → loss, gradients and next states; the backward pass begins at its cuts, one an output.</summary>
    public required Graph Train { get; init; }

    /// <summary>
    /// Inputs and targets → each loss in inference mode, its divisor where that is not the number of samples, and what metrics compare: the prediction,
    /// and the target as it came; null without a loss.
    /// </summary>
    public required Graph? Evaluate { get; init; }

    /// <summary>One step of the inputs' sequences, states → outputs, predictions and next states; null for a network that does not stream.</summary>
    public Graph? Stream { get; init; }

    public required ImmutableArray<ParameterDeclaration> Parameters { get; init; }

    /// <summary>What the caller gives, in the order of declaration; each is a leaf of both graphs.</summary>
    public required ImmutableArray<GivenValue> Inputs { get; init; }

    /// <summary>What the caller gets, in the order of declaration; each is a result of both graphs.</summary>
    public required ImmutableArray<GivenValue> Outputs { get; init; }

    /// <summary>What the losses compare with, in their order; none where the network is trained from gradients of its outputs.</summary>
    public required ImmutableArray<LossTarget> Targets { get; init; }

    /// <summary>The leaf of the weights that a step's caller may give its samples, <c>[n]</c>; 1 where the caller gives none.</summary>
    public required string SampleWeights { get; init; }

    public required ImmutableArray<LayerSummary> Layers { get; init; }

    /// <summary>The fewest samples of a training step.</summary>
    public required int MinimumBatch { get; init; }

    /// <summary>The layer that needs as many; "" where one is enough.</summary>
    public required string MinimumBatchOf { get; init; }

    /// <summary>What is odd about the layers, but does no harm to the graphs.</summary>
    public ImmutableArray<NetworkError> Warnings { get; init; } = [];
}

/// <summary>An input or output of a network.</summary>
internal sealed record GivenValue(string Name, Shape Shape, Element Element = Element.Float32)
{
    /// <summary>What its elements may be, of an input that names rows of a table.</summary>
    public IndexRange? Indices { get; init; }
}

/// <summary>The target of a loss, a leaf of the training graph, and what the graph of evaluation has of that loss.</summary>
/// <param name="Name">The name of the leaf.</param>
/// <param name="Target">What it holds.</param>
/// <param name="Output">The output that it compares.</param>
/// <param name="Prediction">The result that is the loss's link of that output.</param>
/// <param name="Loss">The result that is the loss by its weight.</param>
/// <param name="Divisor">The result that its mean divides by; null where that is the number of samples, and of a sum.</param>
/// <param name="Sums">Whether the loss is a sum over the samples.</param>
internal sealed record LossTarget(string Name, Target Target, GivenValue Output, string Prediction, string Loss, string? Divisor, bool Sums);

/// <summary>A row of the model table.</summary>
internal sealed record LayerSummary(string Name, string Kind, Shape Output, int Parameters, long Flops);
