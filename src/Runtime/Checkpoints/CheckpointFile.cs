using System.Text.Json;

namespace StaticNet.Storage;

/// <summary>Writes and reads checkpoints: a safetensors file whose metadata has the state.</summary>
internal static class CheckpointFile
{
    private const int Version = 1;
    private const string Key = "staticnet.checkpoint";

    public static void Write(Stream stream, NetworkTrainer trainer, TrainerState training, ProgressState? progress, ParameterStore? best)
    {
        var state = new CheckpointState
        {
            Version = Version,
            Schema = CheckpointTensors.Schema(trainer.Store.Table),
            Trainer = training,
            Progress = progress,
        };
        var metadata = new Dictionary<string, string>(trainer.Store.Metadata) { [Key] = JsonSerializer.Serialize(state, CheckpointJson.Default.CheckpointState) };
        NamedTensor[] tensors = [.. CheckpointTensors.OfTraining(trainer.Store, trainer.Optimizer), .. best is null ? [] : CheckpointTensors.OfBest(best)];
        SafetensorsWriter.Write(tensors, metadata, stream, SavedFloat.Float32);
    }

    /// <summary>Reads a checkpoint into a trainer and its network: all, or on an error nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trainer">The trainer.</param>
    /// <param name="check">What else of the state must fit, before anything is written: how it differs, or null.</param>
    /// <param name="best">Receives the best epoch's tensors, if the file has any.</param>
    /// <exception cref="SafetensorsException">The file cannot be read, or is of another training.</exception>
    public static ProgressState? Read(string path, NetworkTrainer trainer, Func<ProgressState?, string?> check, Func<ParameterStore>? best = null)
    {
        string source = $"'{path}'";
        byte[] file = ParameterStore.ReadFile(path);
        var metadata = new Dictionary<string, string>();
        List<SafetensorsTensor> tensors = SafetensorsReader.Open(file, source, metadata, out ReadOnlySpan<byte> data);
        CheckpointState state = State(metadata, source);
        RequireSame(state, trainer, tensors, source);
        if (check(state.Progress) is { } differs)
            throw new SafetensorsException($"{source} is a checkpoint of another training: {differs}.");

        NamedTensor[] wanted =
        [
            .. CheckpointTensors.OfTraining(trainer.Store, trainer.Optimizer),
            .. state.Progress is { HasBest: true } && best is not null ? CheckpointTensors.OfBest(best()) : [],
        ];
        var byName = new Dictionary<string, SafetensorsTensor>();
        foreach (SafetensorsTensor tensor in tensors)
            byName[tensor.Name] = tensor;
        foreach (NamedTensor tensor in wanted)
        {
            if (!byName.TryGetValue(tensor.Name, out SafetensorsTensor? found) || found.Type != StoredElements.Float32
                || !found.Shape.SequenceEqual(tensor.Entry.Shape) || found.End - found.Begin != tensor.Entry.Count * (long)sizeof(float))
                throw new SafetensorsException($"{source}: the tensor '{tensor.Name}' F32 {ShapeText.Of(tensor.Entry.Shape)} is missing or another. The file is damaged: take an earlier one.");
        }

        metadata.Remove(Key);
        trainer.Restore(state.Trainer, metadata, Copy(wanted, byName, file.AsMemory(file.Length - data.Length)));
        return state.Progress;
    }

    private static Action Copy(NamedTensor[] wanted, Dictionary<string, SafetensorsTensor> byName, ReadOnlyMemory<byte> data) => () =>
    {
        foreach (NamedTensor tensor in wanted)
        {
            SafetensorsTensor found = byName[tensor.Name];
            StoredElements.Scatter(found.Type, data.Span[(int)found.Begin..(int)found.End], tensor.Entry, tensor.Storage);
        }
    };

    private static CheckpointState State(Dictionary<string, string> metadata, string source)
    {
        if (!metadata.TryGetValue(Key, out string? text))
            throw new SafetensorsException($"{source} has parameters and no training: it is no checkpoint. Load it with net.Load(…), or give a file that a Checkpoint wrote.");
        try
        {
            CheckpointState? state = JsonSerializer.Deserialize(text, CheckpointJson.Default.CheckpointState);
            if (state is { Version: Version })
                return state;
            throw new SafetensorsException($"{source} is a checkpoint of version {state?.Version ?? 0}, but this library reads version {Version}: finish the training with the version that began it.");
        }
        catch (JsonException e)
        {
            throw new SafetensorsException($"{source}: what the checkpoint says of itself is damaged ({e.Message}). Take an earlier one.", e);
        }
    }

    private static void RequireSame(CheckpointState state, NetworkTrainer trainer, List<SafetensorsTensor> tensors, string source)
    {
        ParameterTable table = trainer.Store.Table;
        if (state.Schema != CheckpointTensors.Schema(table))
        {
            string[] differences = [.. CheckpointTensors.Differences(table, tensors)];
            const int Shown = 4;
            string more = differences.Length > Shown ? $"; and {differences.Length - Shown} more" : "";
            throw new SafetensorsException($"{source} is a checkpoint of another network: "
                + $"{(differences.Length == 0 ? "its tensors come in another order" : string.Join("; ", differences.Take(Shown)))}{more}. Resume the network that wrote it.");
        }

        string optimizer = trainer.Optimizer.GetType().Name;
        if (state.Trainer.Optimizer != optimizer)
            throw new SafetensorsException($"{source} is a checkpoint of another training: its optimizer is {state.Trainer.Optimizer}, this trainer's {optimizer}.");
        if (state.Trainer.Slots != trainer.Optimizer.Slots || state.Trainer.GroupRates.Length != trainer.Optimizer.Groups.Count)
            throw new SafetensorsException(
                $"{source} is a checkpoint of another training: its {optimizer} has {Plural.Of(state.Trainer.Slots, "slot")} and {Plural.Of(state.Trainer.GroupRates.Length, "group")}, "
                + $"this trainer's {trainer.Optimizer.Slots} and {trainer.Optimizer.Groups.Count}. Give it the same options.");
    }
}
