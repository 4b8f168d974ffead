using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Ir;

/// <summary>A network as graphs: one for inference, one for training, one for the loss in inference mode, with the tensors that both store.</summary>
internal sealed record NetworkGraphs
{
    /// <summary>The leaf that the caller's samples are.</summary>
    public const string InputName = "input";

    /// <summary>The leaf that the loss compares with.</summary>
    public const string TargetName = "target";

    /// <summary>The leaf of the weights that a step's caller may give its samples, <c>[n]</c>; 1 where the caller gives none.</summary>
    public const string SampleWeightsName = "sample_weights";

    /// <summary>The result that is the loss.</summary>
    public const string LossName = "loss";

    /// <summary>The result that a loss's mean divides by.</summary>
    public const string DivisorName = "divisor";

    /// <summary>Input → output and prediction.</summary>
    public required Graph Predict { get; init; }

    /// <summary>Input and target → loss, gradients and next states; the backward pass begins at its cut.</summary>
    public required Graph Train { get; init; }

    /// <summary>Input and target → loss in inference mode, and its divisor where that is not the number of samples; null without a loss.</summary>
    public required Graph? Evaluate { get; init; }

    /// <summary>Whether the loss is a sum over the samples.</summary>
    public required bool SumsLoss { get; init; }

    public required ImmutableArray<ParameterDeclaration> Parameters { get; init; }

    public required Shape Input { get; init; }

    public required Shape Output { get; init; }

    /// <summary>The target of the loss; null where the network has no loss and is trained from a gradient of its output.</summary>
    public required Target? Target { get; init; }

    public required ImmutableArray<LayerSummary> Layers { get; init; }

    /// <summary>The fewest samples of a training step.</summary>
    public required int MinimumBatch { get; init; }

    /// <summary>The layer that needs as many; "" where one is enough.</summary>
    public required string MinimumBatchOf { get; init; }

    /// <summary>What is odd about the layers, but does no harm to the graphs.</summary>
    public ImmutableArray<NetworkError> Warnings { get; init; } = [];
}

/// <summary>A row of the model table.</summary>
internal sealed record LayerSummary(string Name, string Kind, Shape Output, int Parameters, long Flops);
