using System.Text.Json.Serialization;

namespace StaticNet.Storage;

/// <summary>What a checkpoint says beside its tensors.</summary>
internal sealed record CheckpointState
{
    /// <summary>The version of this record.</summary>
    public required int Version { get; init; }

    /// <summary>The hash of the network's tensors, by names and shapes.</summary>
    public required string Schema { get; init; }

    public required TrainerState Trainer { get; init; }

    /// <summary>Where a training over epochs stands; null where steps are taken by a loop of the caller's.</summary>
    public ProgressState? Progress { get; init; }
}

/// <summary>What the next step depends on, beside tensors and data.</summary>
internal sealed record TrainerState
{
    public required string Optimizer { get; init; }

    public required int Slots { get; init; }

    public required long OptimizerSteps { get; init; }

    public required double LearningRate { get; init; }

    public required double?[] GroupRates { get; init; }

    public required double[] GroupFactors { get; init; }

    public required ulong Seed { get; init; }

    public required uint Steps { get; init; }

    public required string[] Frozen { get; init; }
}

/// <summary>Where a training over epochs stands.</summary>
internal sealed record ProgressState
{
    public required string Data { get; init; }

    public required string Schedule { get; init; }

    public required double[] ScheduleState { get; init; }

    public required int Epoch { get; init; }

    public required int Batch { get; init; }

    public required long Samples { get; init; }

    public required double LossSum { get; init; }

    public required float BatchLoss { get; init; }

    /// <summary>The learning rate of the last step.</summary>
    public required double LearningRate { get; init; }

    /// <summary>How long the epoch's steps have taken.</summary>
    public required TimeSpan Time { get; init; }

    public required double Best { get; init; }

    public required int Waited { get; init; }

    /// <summary>Whether the best epoch's tensors are in the file.</summary>
    public required bool HasBest { get; init; }

    public required EpochReport[] Reports { get; init; }
}

/// <summary>The record as JSON, where numbers keep their bits and may be no numbers.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(CheckpointState))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
