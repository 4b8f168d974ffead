using StaticNet.Network.Tests.BadInput;
using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Training;

namespace StaticNet.Network.Tests.Checkpoints;

/// <summary>A file that does not fit says how, and changes nothing; a file that cannot be written stays as it was.</summary>
public sealed class CheckpointErrorTests : IDisposable
{
    private static readonly float[] Inputs = Numbers.Normal(24, 1);
    private static readonly int[] Labels = Numbers.Classes(8, 4, 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("staticnet-checkpoints-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Path => System.IO.Path.Combine(_folder, "run.safetensors");

    private static Batches Data(int size = 4, ulong seed = 0) => NoisyNet.Batches(Inputs, Labels, size, seed);

    private void Write(Optimizer? optimizer = null, Schedule? schedule = null) =>
        new NoisyNet.Trainer(new NoisyNet(1), optimizer ?? new Adam(0.01)).Fit(Data(), new FitOptions { Epochs = 2, Checkpoint = new Checkpoint(Path), Schedule = schedule });

    private void IsRefused(string says, Optimizer? optimizer = null, Batches? data = null, Schedule? schedule = null)
    {
        var net = new NoisyNet(3);
        var trainer = new NoisyNet.Trainer(net, optimizer ?? new Adam(0.02));
        trainer.Step(Inputs, Labels);
        Frozen before = Frozen.Of(net, trainer);
        string message = Assert.Throws<SafetensorsException>(() => trainer.Fit(
            data ?? Data(), new FitOptions { Epochs = 5, Checkpoint = new Checkpoint(Path) { Resume = true }, Schedule = schedule })).Message;
        Assert.Contains(says, message);
        Assert.Contains($"'{Path}'", message);
        before.IsStill(Frozen.Of(net, trainer));
        trainer.Step(Inputs, Labels);
    }

    [Fact]
    public void Another_network_is_told_apart()
    {
        Write();
        var net = new ClassifierNet(1);
        var trainer = new ClassifierNet.Trainer(net, new Adam(0.01));
        Frozen before = Frozen.Of(net, trainer);
        string message = Assert.Throws<SafetensorsException>(() => trainer.Fit(
            ClassifierNet.Batches(Inputs, Labels, 4), new FitOptions { Checkpoint = new Checkpoint(Path) { Resume = true } })).Message;
        Assert.Equal(
            $"'{Path}' is a checkpoint of another network: 'dense1.weight' is [9,3] there and [6,3] here; 'dense1.bias' is [9] there and [6] here; "
            + "'dense2.weight' is [4,9] there and [4,6] here; 'batchnorm1.weight' [9] is missing here; and 3 more. Resume the network that wrote it.", message);
        before.IsStill(Frozen.Of(net, trainer));
        Assert.Contains("'dense2.weight' [4,6] is missing there", Assert.Throws<SafetensorsException>(() =>
        {
            var small = new NumberNet.Trainer(new NumberNet(1), new SGD(0.1));
            small.SaveCheckpoint(Path);
            trainer.LoadCheckpoint(Path);
        }).Message);
    }

    [Fact]
    public void Another_training_is_told_apart()
    {
        Write();
        IsRefused("its optimizer is Adam, this trainer's SGD", new SGD(0.1));
        IsRefused("its Adam has 2 slots and 0 groups, this trainer's 3 and 0", new Adam(0.1) { AmsGrad = true });
        IsRefused("its Adam has 2 slots and 0 groups, this trainer's 2 and 1", new Adam(0.1) { Groups = [ParameterGroup.NoDecay] });
        IsRefused("its data are 8 samples in batches of 4, shuffled by seed 0, these 8 samples in batches of 3, shuffled by seed 0", data: Data(3));
        IsRefused("these 8 samples in batches of 4, shuffled by seed 1", data: Data(seed: 1));
        IsRefused("these 8 samples in batches of 4, in order", data: NoisyNet.Batches(Inputs, Labels, 4, shuffle: false));
        IsRefused("these 8 samples in batches of 3, the last dropped", data: NoisyNet.Batches(Inputs, Labels, 3, dropLast: true));
        IsRefused("its schedule is none, this training's StepLR", schedule: new StepLR(1));
        Write(schedule: new SequentialLR([new StepLR(1), new ReduceLROnPlateau()], [2]));
        IsRefused("its schedule is SequentialLR, this training's SequentialLR", schedule: new SequentialLR([new StepLR(1), new StepLR(1)], [2]));
    }

    [Fact]
    public void What_is_no_checkpoint_is_told()
    {
        new NoisyNet(1).Save(Path);
        IsRefused("has parameters and no training");
        File.WriteAllText(Path, "no");
        IsRefused("truncated");
        new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.01)).SaveCheckpoint(Path);
        IsRefused("was written by SaveCheckpoint");
        File.Delete(Path);
        Assert.Throws<SafetensorsException>(() => new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.01)).LoadCheckpoint(Path));
    }

    [Fact]
    public void A_damaged_file_changes_nothing()
    {
        Write();
        byte[] good = File.ReadAllBytes(Path);
        string text = System.Text.Encoding.Latin1.GetString(good);

        // Of the header: a version, a tensor's name, the state.
        foreach ((string what, string instead, string says) in new[]
        {
            ("\\u0022Version\\u0022:1", "\\u0022Version\\u0022:2", "is a checkpoint of version 2, but this library reads version 1: finish the training with the version that began it."),
            ("optimizer1/dense1.weight", "optimizer7/dense1.weight", "the tensor 'optimizer1/dense1.weight' F32 [9,3] is missing or another. The file is damaged: take an earlier one."),
            ("Trainer", "Trainee", "what the checkpoint says of itself is damaged"),
        })
        {
            string damaged = text.Replace(what, instead);
            Assert.NotEqual(text, damaged);
            File.WriteAllBytes(Path, System.Text.Encoding.Latin1.GetBytes(damaged));
            IsRefused(says);
        }

        // Its end is missing.
        for (int cut = 1; cut < good.Length; cut += 97)
        {
            File.WriteAllBytes(Path, good[..^cut]);
            IsRefused("truncated");
        }
    }

    // Tensors that all fit, and a hash that is of others.
    [Fact]
    public void A_schema_hash_alone_tells_another_network_apart()
    {
        Write();
        string text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Path)), key = "\\u0022Schema\\u0022:\\u0022";
        int at = text.IndexOf(key, StringComparison.Ordinal) + key.Length;
        File.WriteAllBytes(Path, System.Text.Encoding.Latin1.GetBytes(text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..]));
        IsRefused("is a checkpoint of another network: its tensors come in another order. Resume the network that wrote it.");
    }

    [Fact]
    public void What_cannot_be_written_stays_as_it_was()
    {
        var net = new NoisyNet(1);
        var trainer = new NoisyNet.Trainer(net, new Adam(0.01));
        string missing = System.IO.Path.Combine(_folder, "missing", "run.safetensors");
        Assert.Contains("does not exist. Create it first.", Assert.Throws<SafetensorsException>(() => trainer.Fit(Data(), new FitOptions { Checkpoint = new Checkpoint(missing) })).Message);
        Assert.Equal(2u, trainer.Steps);
        trainer.Step(Inputs, Labels);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));

        trainer.Forward(Inputs);
        trainer.Backward(Labels);
        Assert.Contains("call Apply() or ZeroGradients() first", Assert.Throws<InvalidOperationException>(() => trainer.SaveCheckpoint(Path)).Message);
        Assert.False(File.Exists(Path));
    }

    // FullDisk has a process whose files have no room.
    [Fact]
    public void A_write_that_ends_half_way_leaves_the_last_good_file()
    {
        Write();
        byte[] good = File.ReadAllBytes(Path);
        var trainer = new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.01));
        Assert.Equal($"Cannot save to '{Path}': No space left on device. Give a path in a folder that you may write to, on a disk with room.", Assert.Throws<SafetensorsException>(() =>
            StaticNet.Storage.AtomicFile.Write(Path, stream =>
            {
                stream.Write(good.AsSpan(0, good.Length / 2));
                throw new IOException("No space left on device.");
            })).Message);
        Assert.Equal(good, File.ReadAllBytes(Path));
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder));
        trainer.LoadCheckpoint(Path);
    }

    [Fact]
    public void An_average_in_the_weights_place_is_refused()
    {
        var trainer = new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.01) { EmaDecay = 0.9 });
        trainer.Step(Inputs, Labels);
        trainer.SaveCheckpoint(Path);
        trainer.Average.Swap();
        Assert.Contains("Average.Swap()", Assert.Throws<InvalidOperationException>(() => trainer.SaveCheckpoint(Path)).Message);
        Assert.Contains("Average.Swap()", Assert.Throws<InvalidOperationException>(() => trainer.LoadCheckpoint(Path)).Message);
        trainer.Average.Swap();
        trainer.LoadCheckpoint(Path);
    }

    [Fact]
    public void Options_out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Checkpoint(Path) { EveryEpochs = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Checkpoint(Path) { EverySteps = -1 });
        Assert.Throws<ArgumentException>(() => new Checkpoint(""));
    }
}
